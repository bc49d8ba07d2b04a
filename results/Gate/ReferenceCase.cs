using Results.Formatting;
using Results.History;
using Results.Records;
using Results.Statistics;
using Results.Summaries;

namespace Results.Gate;

/// <summary>One case of two stored runs, without the other cases.</summary>
/// <param name="Verdict">The case with its counters; its time is not judged yet.</param>
/// <param name="Kept">The kept runs that the times are compared with.</param>
internal sealed record ReferenceCase(CaseVerdict Verdict, Launches Reference, Launches Candidate, KeptRuns Kept, GateMetric Metric)
{
    public static ReferenceCase Of(
        StoredCase reference, StoredCase candidate, RunRecord run, IReadOnlyList<HistoryEntry> kept, GateMetric metric, GateRules rules)
    {
        (Launches was, Launches now) = (reference.Launches!, candidate.Launches!);
        CaseRecord first = now.First;
        (double? before, double? after) = (PerRequest(was), PerRequest(now));
        IEnumerable<CounterFinding> counted = CounterComparison.Of(CountersOf(was), CountersOf(now), rules);
        var verdict = new CaseVerdict
        {
            Case = candidate.Id,
            Scenario = first.Scenario,
            Strategy = first.Strategy,
            Verdict = Gate.Verdict.Inconclusive,
            Reason = "",
            BaseAllocatedBytes = before,
            HeadAllocatedBytes = after,
            Findings = metric == GateMetric.Time
                ? [.. counted, .. AllocationComparison.OfSingleRuns(before, after, first.Scenario, rules)]
                : [],
        };
        string id = RetiredIds.NameNow(first.Case, rules.Retired);
        return new(
            verdict, was, now, KeptRuns.Of(kept, RunIdentity.Of(run), id, first.Regime, first.Scenario, metric, rules), metric);
    }

    /// <summary>The evidence for one of the two runs against the kept runs; there must be enough of them.</summary>
    public ReferenceEvidence Evidence(Launches run, double correlation, GateRules rules) =>
        ReferenceEvidence.Of(run.MedianNs!.Value, Log(run), Kept.Noise!, correlation, run.First.Scenario.Length == 0, rules);

    /// <summary>What the kept runs say about the noise; there must be enough of them.</summary>
    public string Noise(double correlation) =>
        $"compared with the mean of {Figures.Whole(Kept.Noise!.Levels[^1].Count)} kept runs"
        + $"{(Kept.Noise.Levels.Count > 1 ? " since the last lasting change" : "")}; "
        + $"noise between runs {VerdictReason.Percent(Kept.Noise.Deviation(correlation))}";

    /// <summary>The verdict if too few runs are kept.</summary>
    /// <param name="sameKind">Whether kept runs can show the noise between the two runs.</param>
    public CaseVerdict NotJudged(bool sameKind)
    {
        double logRatio = Log(Candidate) - Log(Reference);
        return Verdict with
        {
            BaseNs = Reference.MedianNs,
            HeadNs = Candidate.MedianNs,
            LogRatio = logRatio,
            Reason = sameKind
                ? $"{Figures.Whole(Kept.Count)} of {Figures.Whole(KeptRuns.Fewest)} kept runs: the noise between runs is not known, so the "
                    + "machine may be the cause of any difference; keep more runs with history add, or use gate --base"
                : $"time / ideal changed by {VerdictReason.Change(logRatio)}, and the two machines or settings may be the cause: kept runs "
                    + "do not show this noise",
        };
    }

    private double Log(Launches run) =>
        Math.Log(run.MedianNs!.Value / (Metric == GateMetric.Efficiency ? run.Known(one => one.BoundNs)!.Value : 1));

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
