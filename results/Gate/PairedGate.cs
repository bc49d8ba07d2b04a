using Results.Records;
using Results.Statistics;

namespace Results.Gate;

/// <summary>Judges base and head that were measured in turns. The unit is the pair, never the iteration.</summary>
public static class PairedGate
{
    /// <summary>The verdict on each case and on the run.</summary>
    /// <exception cref="RecordException">The run holds a value that no measurement can have.</exception>
    public static GateDecision Decide(GateRun run, GateRules rules)
    {
        if (GateRunCheck.FirstFault(run) is { } fault)
            throw new RecordException($"gate run: {fault}; measure again");
        var sorted = CaseSet.Of(run, rules);
        IReadOnlyList<AllocationComparison> allocations =
            AllocationComparison.Of([.. sorted.Comparable.Select(found => found.Measured)], rules);
        var measured = sorted.Comparable.Zip(allocations, (found, allocation) => (Case: found.Verdict with
        {
            BaseAllocatedBytes = allocation.Base,
            HeadAllocatedBytes = allocation.Head,
            Findings = [.. CounterComparison.Of(found.Measured.BaseCounters, found.Measured.HeadCounters), .. allocation.Findings],
        }, Evidence: EvidenceOf(found.Measured, rules))).ToList();
        var judged = TimeVerdict.Judge(measured, rules, ObservationUnit.Pairs)
            .Concat(sorted.Others)
            .ToDictionary(verdict => verdict.Case, StringComparer.Ordinal);
        var cases = sorted.Order.Select(id => judged[id]).ToList();
        return RunOutcome.Of(run, rules, cases);
    }

    private static TimeEvidence EvidenceOf(GateCase measured, GateRules rules)
    {
        double[] bases = [.. measured.Pairs.Select(pair => SampleStatistics.Median(pair.Base.IterationsNs)!.Value)];
        double[] heads = [.. measured.Pairs.Select(pair => SampleStatistics.Median(pair.Head.IterationsNs)!.Value)];
        double[] logs = [.. bases.Zip(heads, (b, h) => Math.Log(h / b))];
        (double estimate, LogInterval? interval) = HodgesLehmann.Of(logs, rules.Confidence)!.Value;
        double baseNs = SampleStatistics.Median(bases)!.Value;
        return new()
        {
            Observations = logs.Length,
            BaseNs = baseNs,
            HeadNs = SampleStatistics.Median(heads)!.Value,
            LogRatio = estimate,
            Interval = interval,
            PSlower = SignedRank.PAbove(logs),
            PFaster = SignedRank.PAbove([.. logs.Select(log => -log)]),
            SmallestP = SignedRank.SmallestP(logs.Length),
            Margin = Math.Log(1 + rules.MarginFor(measured.Scenario.Length == 0, baseNs)),
        };
    }
}
