using Results.Formatting;
using Results.History;
using Results.Records;
using Results.Statistics;
using Results.Summaries;

namespace Results.Gate;

/// <summary>One case of two stored runs, judged without the other cases.</summary>
/// <param name="Caveat">What is known about the noise between runs.</param>
internal sealed record ReferenceCase(CaseVerdict Verdict, TimeEvidence Evidence, LearntNoise Noise, string Caveat)
{
    public static ReferenceCase Compare(
        StoredCase reference, StoredCase candidate, RunRecord run, IReadOnlyList<HistoryEntry> kept, GateMetric metric, GateRules rules)
    {
        (Launches was, Launches now) = (reference.Launches!, candidate.Launches!);
        CaseRecord first = now.First;
        double ideal = metric == GateMetric.Efficiency
            ? Math.Log(was.Known(one => one.BoundNs)!.Value / now.Known(one => one.BoundNs)!.Value)
            : 0;
        double margin = Math.Log(1 + rules.MarginFor(first.Scenario.Length == 0, was.MedianNs!.Value));
        var noise = LearntNoise.Of(
            kept, RunIdentity.Of(run), RetiredIds.NameNow(first.Case, rules.Retired), first.Regime, first.Scenario, rules.Retired);
        bool learnt = noise.Runs >= LearntNoise.FewestRuns;
        (double? before, double? after) = (PerRequest(was), PerRequest(now));
        IEnumerable<CounterFinding> counted = CounterComparison.Of(CountersOf(was), CountersOf(now));
        return new(
            new()
            {
                Case = candidate.Id,
                Scenario = first.Scenario,
                Strategy = first.Strategy,
                Verdict = Gate.Verdict.Inconclusive,
                Reason = "",
                BaseAllocatedBytes = before,
                HeadAllocatedBytes = after,
                Findings = metric == GateMetric.Time
                    ? [.. counted, .. AllocationComparison.OfSingleRuns(before, after, rules)]
                    : [],
            },
            learnt
                ? ReferenceEvidence.Of(
                    was.MedianNs.Value,
                    now.MedianNs!.Value,
                    Math.Log(now.MedianNs.Value / was.MedianNs.Value) + ideal,
                    noise,
                    rules,
                    margin)
                : ReferenceEvidence.OfIterations(was.IterationsNs, now.IterationsNs, ideal, rules, margin),
            noise,
            learnt
                ? $"noise between runs {VerdictReason.Percent(noise.Deviation)}, learnt from {Figures.Whole(noise.Runs)} kept runs"
                : $"the noise between runs was not learnt ({Figures.Whole(noise.Runs)} "
                    + $"of {Figures.Whole(LearntNoise.FewestRuns)} kept runs)");
    }

    private static double? PerRequest(Launches launches) =>
        SampleStatistics.Median([.. launches.Records.Select(one => one.AllocatedBytes / Math.Max(1, one.Requests)).OfType<double>()]);

    // A run.json has no exact peak in-flight and no exact number of connections: both depend on the timing of a fan-out.
    private static GateCounters CountersOf(Launches launches)
    {
        OperationFigures? cold =
            launches.Records.SelectMany(one => one.Telemetry).FirstOrDefault(one => one.Regime == Regimes.Cold)?.Figures;
        return new()
        {
            Requests = launches.First.Requests,
            Digest = launches.Records.Select(one => one.Digest).FirstOrDefault(digest => digest is not null),
            ConnectionsOpenedCold = cold?.PeakInFlightClient == 1 ? cold.ConnectionsOpened : null,
        };
    }
}
