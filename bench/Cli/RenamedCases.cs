using Benchmarks.Measurement;
using Results.History;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>The names that benchmarks of this checkout had before, by results/HISTORY.md.</summary>
internal static class RenamedCases
{
    /// <summary>Old ids to new ones, or to an empty text where the benchmark ended.</summary>
    /// <exception cref="RecordException">results/HISTORY.md cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Read() => RetiredIds.Read(Path.Combine(CheckoutFolder.Results, "HISTORY.md"));
}
