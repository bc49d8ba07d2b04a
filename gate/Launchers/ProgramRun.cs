namespace BenchGate.Launchers;

/// <summary>What a run of a program gave.</summary>
/// <param name="Log">BenchmarkDotNet's log; empty if it was not started.</param>
/// <param name="Printed">What the program printed.</param>
/// <param name="IgnoresArguments">Whether BenchmarkDotNet did not get the arguments.</param>
internal sealed record ProgramRun(BenchmarkLog Log, IReadOnlyList<string> Printed, bool IgnoresArguments)
{
    private readonly ILookup<string, (LoggedBenchmark Benchmark, CaseLaunch Launch)> _results = (
        from one in Log.Ran let launch = LaunchOutput.Read(one.Id, one.Lines) where launch is not null select (one, launch))
        .ToLookup(result => result.launch.Case, StringComparer.Ordinal);

    /// <summary>Whether no benchmark matches the filter, in BenchmarkDotNet's words.</summary>
    public bool MatchesNone => Printed.Any(line => line.Contains("returned 0 benchmarks", StringComparison.Ordinal));

    /// <summary>How long it took, with the builds of BenchmarkDotNet.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Those that gave a result, with their ids.</summary>
    public IReadOnlyList<(LoggedBenchmark Benchmark, CaseLaunch Launch)> Measured =>
        [.. _results.Where(same => !IsAmbiguous(same)).SelectMany(same => same)];

    /// <summary>The benchmarks without a result, and why.</summary>
    public IEnumerable<string> LeftOut =>
    [
        .. Ambiguous,
        .. from one in Log.Ran.Except(_results.SelectMany(same => same).Select(result => result.Benchmark))
           select $"{one.Id}: {one.Failure ?? "gave no result"}",
        .. Log.Refused.Select(one => $"{new LoggedBenchmark(one.Key, Command: null, []).Id}: {one.Value}"),
        .. Log.NotStarted.Select(title => $"{title}: {FirstFailure.In(Log.Lines) ?? "was not started"}"),
    ];

    /// <summary>Why nothing was measured: BenchmarkDotNet's own words, with a remedy if we know one.</summary>
    public string Reason => Ambiguous.FirstOrDefault()
        ?? ((FirstFailure.In(Log.Lines) ?? FirstFailure.In(Printed)) is { } failure
            ? $"BenchmarkDotNet says: {Remedy.AddTo(failure)}"
            : Log.Ran.Count > 0 ? $"Its results cannot be read ({LoggedVersion.Describe(Log.Lines)})."
            : $"It printed: {Printed.FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "nothing"}");

    private IEnumerable<string> Ambiguous => _results.Where(IsAmbiguous).Select(
        same => $"{same.Key}: {same.Count()} benchmarks have this name; choose one of them with --filter");

    // Of a benchmark in the process of the program, BenchmarkDotNet prints the class without its namespace.
    private static bool IsAmbiguous(IGrouping<string, (LoggedBenchmark Benchmark, CaseLaunch Launch)> same) =>
        same.Count() > 1 && same.Any(result => result.Benchmark.Command is null);
}
