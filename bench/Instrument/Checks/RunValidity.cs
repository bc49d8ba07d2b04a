using BenchGate.Errors;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Results.Pages.Report;
using Results.Records;

namespace Benchmarks.Instrument.Checks;

/// <summary>
/// The validity section of a run: a short form of <c>check</c> at its end, and the load by other programs during the run.
/// </summary>
public sealed class RunValidity
{
    private readonly NeighbourCheck _wholeRun;

    private RunValidity(Func<TimeSpan> servers) => _wholeRun = NeighbourCheck.Start(() => OwnCpu.Now() + servers());

    /// <summary>Starts the observation. Call this before the first case.</summary>
    /// <param name="servers">CPU time so far of the run's servers, whose processes are still running.</param>
    public static RunValidity Begin(Func<TimeSpan> servers) => new(servers);

    /// <summary>
    /// Checks the instrument, and adds values out of bounds to the run's warnings. An expected failure does not throw, because a measured
    /// run must not be lost.
    /// </summary>
    /// <param name="plan">What was measured. The peaks of its strategies are checked.</param>
    /// <param name="folder">Gets the checks.</param>
    public async Task EndAsync(RunPlan plan, RunFolder folder)
    {
        IReadOnlyList<CheckRecord> checks = [.. _wholeRun.Stop("neighbour-whole-run"), .. await OrWhyNotAsync(() => CheckAsync(plan))];
        folder.Note(checks);
        foreach (string warning in ValidityReport.Warnings(checks))
            folder.Warn(warning);
    }

    /// <summary>The checks, or one record that says why they did not complete.</summary>
    internal static async Task<IReadOnlyList<CheckRecord>> OrWhyNotAsync(Func<Task<IReadOnlyList<CheckRecord>>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception failure) when (ExpectedFailure.Is(failure))
        {
            return [new CheckRecord("instrument-check", null, "", "completes", Ok: false,
                $"The instrument could not be checked ({failure.Message}): run 'check' and solve the problem before you trust this run.")];
        }
    }

    private static Task<IReadOnlyList<CheckRecord>> CheckAsync(RunPlan plan) => plan.Profile.Thorough
        ? InstrumentCheck.RunAsync(plan.Settings, CheckDepth.Quick.For(plan.Profile), StrategiesOf(plan))
        : QuickCheckAsync(plan.Settings);

    /// <summary>For a smoke run, whose times nobody uses, and which must finish in 30 s.</summary>
    private static async Task<IReadOnlyList<CheckRecord>> QuickCheckAsync(SuiteSettings settings)
    {
        using var clock = new LatencyClock();
        Scenario scenario = settings.ScaledScenario(InstrumentCheck.ScenarioId);
        return
        [
            .. await LatencyErrorCheck.RunAsync(
                clock,
                scenario.OfferedLatency(scenario.Requests.First),
                scenario.Requests.Count,
                TimeSpan.FromMilliseconds(300),
                LatencyErrorCheck.MedianMs,
                LatencyErrorCheck.P99Ms),
            .. TimerCheck.Run(TimeProvider.System),
        ];
    }

    private static IReadOnlyList<IFetchStrategy> StrategiesOf(RunPlan plan) =>
        [.. plan.Macro.Select(macro => macro.Strategy.Id).Distinct(StringComparer.Ordinal).Select(StrategyCatalog.Find)];
}
