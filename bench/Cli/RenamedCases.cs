using Benchmarks.Measurement;
using Results.History;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>The former names of this checkout's benchmarks, from results/HISTORY.md.</summary>
internal static class RenamedCases
{
    /// <summary>Maps an old id to the new one, or to an empty text if the benchmark was removed.</summary>
    /// <exception cref="RecordException">results/HISTORY.md cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Read() => RetiredIds.Read(Path.Combine(CheckoutFolder.Results, "HISTORY.md"));
}
