using Results.Formatting;
using Results.Records;
using Results.Statistics;

namespace Results.Gate;

/// <summary>
/// Compares allocated bytes of one request (in a micro-benchmark, of one operation). They hardly vary. A change counts if it is more than
/// half a per cent and 32 bytes, and is not the noise of a few launches.
/// </summary>
internal sealed record AllocationComparison(double? Base, double? Head, IReadOnlyList<CounterFinding> Findings)
{
    private const string Counter = "allocated bytes per request";

    // Fewer launches do not show their spread.
    private const int LaunchesToBeApart = 3;

    public static IReadOnlyList<AllocationComparison> Of(IReadOnlyList<GateCase> cases, GateRules rules)
    {
        var known = cases.Select(Known).ToList();
        IReadOnlyList<double> more =
            Holm.Adjust([.. known.Select(pairs => SignedRank.PAbove([.. pairs.Select(pair => pair.Head - pair.Base)]))]);
        IReadOnlyList<double> less =
            Holm.Adjust([.. known.Select(pairs => SignedRank.PAbove([.. pairs.Select(pair => pair.Base - pair.Head)]))]);
        return [.. known.Select((pairs, i) => Compare(pairs, cases[i], Math.Min(more[i], less[i]), rules))];
    }

    /// <summary>
    /// Two stored runs have one figure each. A difference beyond the tolerance is a change, because allocations hardly vary between runs.
    /// </summary>
    public static IReadOnlyList<CounterFinding> OfSingleRuns(double? before, double? after, GateRules rules) =>
        before is { } b && after is { } a && Math.Abs(a - b) > Tolerance(b, rules) ? [Finding(b, a, a - b)] : [];

    private static double Tolerance(double before, GateRules rules) => Math.Max(rules.AllocationBytes, rules.AllocationShare * before);

    private static List<(double Base, double Head)> Known(GateCase one)
    {
        double requests = Math.Max(1, one.BaseCounters?.Requests ?? one.HeadCounters?.Requests ?? 1);
        return
        [
            .. one.Pairs.SelectMany(pair => pair is { Base.AllocatedBytes: { } before, Head.AllocatedBytes: { } after }
                ? ((double, double)[])[(before / requests, after / requests)]
                : []),
        ];
    }

    private static AllocationComparison Compare(List<(double Base, double Head)> pairs, GateCase one, double p, GateRules rules)
    {
        if (pairs.Count == 0)
            return new(null, null, Lost(one));
        double[] bases = [.. pairs.Select(pair => pair.Base)];
        double[] heads = [.. pairs.Select(pair => pair.Head)];
        (double before, double after) = (SampleStatistics.Median(bases)!.Value, SampleStatistics.Median(heads)!.Value);
        double change = HodgesLehmann.Of([.. pairs.Select(pair => pair.Head - pair.Base)], rules.Confidence)!.Value.Estimate;
        double tolerance = Tolerance(before, rules);
        bool shown = p <= rules.Alpha || Apart(bases, heads, tolerance) || Apart(heads, bases, tolerance);
        return new(before, after, Math.Abs(change) > tolerance && shown ? [Finding(before, after, change)] : []);
    }

    private static CounterFinding Finding(double before, double after, double change)
    {
        string text = $"{Counter}: {Bytes(before)} became {Bytes(after)}";
        return change > 0
            ? new(Counter, Bytes(before), Bytes(after), Fails: true, $"{text}; find the new allocation with a profiler")
            : new(Counter, Bytes(before), Bytes(after), Fails: false, $"{text}, which is better");
    }

    private static CounterFinding[] Lost(GateCase one)
    {
        (bool before, bool after) =
            (one.Pairs.Any(pair => pair.Base.AllocatedBytes is not null), one.Pairs.Any(pair => pair.Head.AllocatedBytes is not null));
        return before && !after
            ? [new(Counter, "known", null, Fails: true, $"{Counter}: the base has the figure, the head does not; let the head count them")]
            : [];
    }

    // With too few launches for the test, the difference can still be much larger than their spread.
    private static bool Apart(double[] low, double[] high, double tolerance) =>
        low.Length >= LaunchesToBeApart
        && high.Min() - low.Max() > Math.Max(tolerance, Math.Max(low.Max() - low.Min(), high.Max() - high.Min()));

    private static string Bytes(double bytes) => $"{Figures.Fixed(bytes, 0)} B";
}
