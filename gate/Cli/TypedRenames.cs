using BenchGate.Errors;
using Results.History;

namespace BenchGate.Cli;

/// <summary>Reads the file of renamed benchmarks that the user typed.</summary>
internal static class TypedRenames
{
    private const string Allowed = "allowed is a markdown table with the columns old id, new id, since commit, why";

    /// <param name="typed">A path, or null if none was typed.</param>
    /// <exception cref="UsageException">There is no such file, or no table in it.</exception>
    /// <exception cref="Results.Records.RecordException">It cannot be read, or a row is wrong.</exception>
    public static IReadOnlyDictionary<string, string> Read(string option, string? typed)
    {
        if (typed is null)
            return RetiredIds.None;
        string file = TypedPath.Of(option, typed, "");
        if (!Path.Exists(file))
            throw new UsageException($"{option} is '{file}', but there is no such file; {Allowed}.");
        IReadOnlyDictionary<string, string> retired = RetiredIds.Read(file);
        return retired.Count > 0 || File.ReadLines(file).Any(line => line.TrimStart().StartsWith('|'))
            ? retired
            : throw new UsageException($"{option} is '{file}', which has no table; {Allowed}.");
    }
}
