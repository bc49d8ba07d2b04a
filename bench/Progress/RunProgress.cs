using System.Globalization;
using Benchmarks.Engine;
using Results.Formatting;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Progress;

/// <summary>Reports the progress of a run: the round, the case, its time, and the time left.</summary>
/// <param name="plan">What is measured.</param>
/// <param name="launches">The same, in the order of measuring.</param>
public sealed class RunProgress(RunPlan plan, IReadOnlyList<PlannedLaunch> launches, IRunDisplay display, TimeProvider? time = null)
{
    private readonly TimeLeft _left = new(RunPlan.EstimateBefore, Estimates(plan, launches), plan.EstimateAfter, time);
    private readonly int _rounds = launches.Select(launch => launch.Round).DefaultIfEmpty().Max();
    private int _round;
    private int _number;

    public void Announce() => display.Says(string.Create(
        CultureInfo.InvariantCulture,
        $"Profile {plan.Profile.Id} (delays × {plan.Profile.Scale}): {plan.Cases.Count} {(plan.Cases.Count == 1 ? "case" : "cases")}"
            + $"{(_rounds > 1 ? $" in {_rounds} rounds" : "")}, about {Text(plan.Estimate)}."));

    /// <summary>Shows the progress until <paramref name="work"/> has completed.</summary>
    public Task DuringAsync(Func<Task> work) => display.DuringAsync(() => new RunStatus(_left.Share, _left.InStep, Remaining()), work);

    public void Builds() => display.Does("Building the program that is measured …");

    public void Starts(PlannedLaunch launch)
    {
        if (launch.Round != _round)
        {
            (_round, _number) = (launch.Round, 0);
            if (_rounds > 1)
                display.Says(string.Create(CultureInfo.InvariantCulture, $"Round {_round} of {_rounds} … {Remaining()}"));
        }

        _number++;
        _left.CaseBegins();
        display.Starts(Running(launch), show: launch.Last);
    }

    /// <param name="measured">All launches of the case so far.</param>
    public void Ends(PlannedLaunch launch, IReadOnlyList<CaseRecord> measured)
    {
        double? median = SampleStatistics.Median([.. measured.SelectMany(one => one.IterationsNs)]);
        End((Duration.Text(median) ?? "nothing measured") + Failures(measured), show: launch.Last);
    }

    // Without this, the time would look like the time of a success.
    private static string Failures(IReadOnlyList<CaseRecord> launches) =>
        launches.Max(one => one.Failures?.Values.Sum() ?? 0) is > 0 and var failed
            ? string.Create(CultureInfo.InvariantCulture, $", {failed} FAILED of {launches[0].Requests}")
            : "";

    public void Failed(PlannedLaunch launch)
    {
        if (!launch.Last)
            display.Starts(Running(launch), show: true);
        _left.CaseEnds();
        display.Ends("FAILED", left: "", show: true);
    }

    public void Checks() => display.Does("Checking the instrument …");

    private void End(string result, bool show)
    {
        _left.CaseEnds();
        display.Ends(result, _left.Ended == launches.Count ? "done in " + Text(_left.Elapsed) : Remaining(), show);
    }

    private RunningCase Running(PlannedLaunch launch) =>
        new(_number, launches.Count(one => one.Round == launch.Round), Short(launch.Case));

    private static IReadOnlyList<TimeSpan> Estimates(RunPlan plan, IReadOnlyList<PlannedLaunch> launches)
    {
        var cases = plan.Cases.ToDictionary(
            CaseFromReport.IdOf, one => (Other: plan.EstimateOf(one, last: false), Last: plan.EstimateOf(one, last: true)));
        return [.. launches.Select(launch => launch.Last ? cases[launch.Case].Last : cases[launch.Case].Other)];
    }

    private string Remaining() => _left.Left.TotalSeconds >= 0.5 ? Text(_left.Left) + " left" : "nearly done";

    private static string Short(string caseId) =>
        caseId.Replace("Benchmarks.Macro.", "", StringComparison.Ordinal).Replace("Benchmarks.Micro.", "", StringComparison.Ordinal);

    private static string Text(TimeSpan time) => time.TotalMinutes >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:D2} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s");
}
