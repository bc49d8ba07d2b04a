using System.Globalization;
using Results.Formatting;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Engine;

/// <summary>Reports the progress of a run: the case, its time, and the time left.</summary>
public sealed class RunProgress(RunPlan plan, IRunDisplay display, TimeProvider? time = null)
{
    private readonly TimeLeft _left = new(RunPlan.EstimateBefore, plan.CaseEstimates, plan.EstimateAfter, time);
    private int _started;

    public void Announce() => display.Says(string.Create(
        CultureInfo.InvariantCulture,
        $"Profile {plan.Profile.Id} (delays × {plan.Profile.Scale}): {plan.Cases.Count} {(plan.Cases.Count == 1 ? "case" : "cases")}, "
            + $"about {Text(plan.Estimate)}."));

    /// <summary>Shows the progress until <paramref name="work"/> has completed.</summary>
    public Task DuringAsync(Func<Task> work) => display.DuringAsync(() => new RunStatus(_left.Share, _left.InStep, Remaining()), work);

    public void Builds() => display.Does("Building the program that is measured …");

    public void Starts(string caseId)
    {
        _started++;
        _left.CaseBegins();
        display.Starts(new RunningCase(_started, plan.Cases.Count, Short(caseId)));
    }

    public void Ends(IReadOnlyList<CaseRecord> launches)
    {
        double? median = SampleStatistics.Median([.. launches.SelectMany(launch => launch.IterationsNs)]);
        End((Duration.Text(median) ?? "nothing measured") + Failures(launches));
    }

    // Without this, the time would look like the time of a success.
    private static string Failures(IReadOnlyList<CaseRecord> launches) =>
        launches[0].Failures is { } failures
            ? string.Create(CultureInfo.InvariantCulture, $", {failures.Values.Sum()} FAILED of {launches[0].Requests}")
            : "";

    public void Failed()
    {
        _left.CaseEnds();
        display.Ends("FAILED", left: "");
    }

    public void Checks() => display.Does("Checking the instrument …");

    private void End(string result)
    {
        _left.CaseEnds();
        display.Ends(result, _left.Ended == plan.Cases.Count ? "done in " + Text(_left.Elapsed) : Remaining());
    }

    private string Remaining() => _left.Left.TotalSeconds >= 0.5 ? Text(_left.Left) + " left" : "nearly done";

    private static string Short(string caseId) =>
        caseId.Replace("Benchmarks.Macro.", "", StringComparison.Ordinal).Replace("Benchmarks.Micro.", "", StringComparison.Ordinal);

    private static string Text(TimeSpan time) => time.TotalMinutes >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:D2} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s");
}
