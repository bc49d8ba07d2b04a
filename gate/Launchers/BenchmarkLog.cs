namespace BenchGate.Launchers;

/// <summary>BenchmarkDotNet's log of a run: what it found, and what it ran.</summary>
/// <param name="Found">The titles of the benchmarks that it wanted to run.</param>
/// <param name="Ran">Those that it started, in their order.</param>
/// <param name="Lines">All of it.</param>
internal sealed record BenchmarkLog(IReadOnlyList<string> Found, IReadOnlyList<LoggedBenchmark> Ran, IReadOnlyList<string> Lines)
{
    private const string Start = "// Benchmark: ", End = "// ***** BenchmarkRunner: ", List = "// Found ", Item = "//   ",
        Refusal = "// Benchmark ", Reason = "//    * ", RuntimeLine = "// Runtime=";

    /// <summary>Those that it found and did not start, for example because their program could not be built.</summary>
    public IEnumerable<string> NotStarted => Found.Except(Ran.Select(one => one.Title), StringComparer.Ordinal);

    /// <summary>The runtime of the first benchmark, such as ".NET 10.0.12"; null if none ran.</summary>
    public string? Runtime => Lines.FirstOrDefault(line => line.StartsWith(RuntimeLine, StringComparison.Ordinal))?[RuntimeLine.Length..]
        .Split(" (")[0];

    /// <summary>Those that it refused before it ran any, with the first reason of each. Newer versions then run none at all.</summary>
    public IReadOnlyDictionary<string, string> Refused => Lines.Zip(Lines.Skip(1))
        .Where(two => two.First.StartsWith(Refusal, StringComparison.Ordinal) && two.Second.StartsWith(Reason, StringComparison.Ordinal))
        .Select(two => (Title: two.First[Refusal.Length..], Why: two.Second[Reason.Length..].Split(", benchmark '")[0]))
        .DistinctBy(one => one.Title)
        .ToDictionary(one => one.Title, one => one.Why, StringComparer.Ordinal);

    public static BenchmarkLog Read(IReadOnlyList<string> lines)
    {
        List<string> found = [];
        List<(string Title, List<string> Lines)> ran = [];
        bool listed = false, inside = false;
        foreach (string line in lines)
        {
            if (line.StartsWith(Start, StringComparison.Ordinal))
                ran.Add((line[Start.Length..], []));
            inside = (inside || line.StartsWith(Start, StringComparison.Ordinal)) && !line.StartsWith(End, StringComparison.Ordinal);
            if (inside)
                ran[^1].Lines.Add(line);
            listed = line.StartsWith(List, StringComparison.Ordinal) || (listed && line.StartsWith(Item, StringComparison.Ordinal));
            if (listed && line.StartsWith(Item, StringComparison.Ordinal))
                found.Add(line[Item.Length..]);
        }

        return new(found, [.. ran.Select(one => Benchmark(one.Title, one.Lines))], lines);
    }

    private static LoggedBenchmark Benchmark(string title, List<string> lines) =>
        new(title, lines.Select(ReplayCommand.Read).OfType<ReplayCommand>().FirstOrDefault(), lines);
}
