namespace BenchGate.Launchers;

/// <summary>What a run of a program gave.</summary>
/// <param name="Log">BenchmarkDotNet's log; empty if it was not started.</param>
/// <param name="Printed">What the program printed.</param>
/// <param name="IgnoresArguments">Whether BenchmarkDotNet did not get the arguments.</param>
internal sealed record ProgramRun(BenchmarkLog Log, IReadOnlyList<string> Printed, bool IgnoresArguments)
{
    /// <summary>Those that gave a result, with their ids.</summary>
    public IReadOnlyList<(LoggedBenchmark Benchmark, CaseLaunch Launch)> Measured { get; } =
        [.. from one in Log.Ran let launch = LaunchOutput.Read(one.Id, one.Lines) where launch is not null select (one, launch)];

    /// <summary>The benchmarks without a result, and why.</summary>
    public IEnumerable<string> LeftOut =>
    [
        .. Log.Ran.Except(Measured.Select(one => one.Benchmark)).Select(one => $"{one.Id}: {one.Failure ?? "gave no result"}"),
        .. Log.NotStarted.Select(title => $"{title}: {FirstFailure.In(Log.Lines) ?? "was not started"}"),
    ];

    /// <summary>Why nothing was measured, in BenchmarkDotNet's words.</summary>
    public string Reason => FirstFailure.In(Log.Lines) ?? FirstFailure.In(Printed)
        ?? Printed.FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "it printed nothing";
}
