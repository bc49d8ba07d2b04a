using MathNet.Numerics;
using Results.Formatting;
using Results.Records;
using Results.Statistics;

namespace Results.Gate;

/// <summary>
/// Compares allocated bytes of one request (without a scenario, of one operation). They hardly vary. A change counts if it is more than
/// half a per cent and 32 bytes, and is not the noise of a few launches. <see cref="GateRules.ExactAllocations"/> has no such limits.
/// </summary>
internal sealed record AllocationComparison(double? Base, double? Head, IReadOnlyList<CounterFinding> Findings)
{
    private const int FewestExact = 3;

    /// <param name="cases">All with the same pairs.</param>
    /// <param name="mostPairs">As planned.</param>
    public static IReadOnlyList<AllocationComparison> Of(IReadOnlyList<GateCase> cases, int mostPairs, GateRules rules)
    {
        if (cases.Count == 0)
            return [];
        Look look = Looks.OfAllocations(cases[0].Pairs.Count, mostPairs, rules);
        List<(double Base, double Head)?[]> pairs = [.. cases.Select(one => Known(one, rules))];
        // An unknown pair shows no difference.
        FlipResult test = JointFlips.Test([.. pairs.Select(one => one.Select(pair => pair?.Head - pair?.Base ?? 0).ToArray())], [look]);
        return
        [
            .. cases.Select((one, i) => pairs[i].OfType<(double, double)>().ToList() is { Count: > 0 } known
                ? Compare(Counter(one.Scenario), known, (test.PAbove[i], test.PBelow[i]), look, cases.Count, rules)
                : new(null, null, Lost(one))),
        ];
    }

    /// <summary>
    /// Two stored runs have one figure each. A difference beyond the tolerance is a change, because allocations hardly vary between runs.
    /// </summary>
    public static IReadOnlyList<CounterFinding> OfSingleRuns(double? before, double? after, string scenario, GateRules rules) =>
        before is { } b && after is { } a && Math.Abs(a - b) > Tolerance(b, rules) ? [Finding(Counter(scenario), b, a, a - b)] : [];

    private static string Counter(string scenario) => $"allocated bytes per {AllocationUnit.Of(scenario)}";

    private static double Tolerance(double before, GateRules rules) =>
        rules.ExactAllocations ? 0 : Math.Max(rules.AllocationBytes, rules.AllocationShare * before);

    private static (double Base, double Head)?[] Known(GateCase one, GateRules rules)
    {
        double requests = Math.Max(1, one.BaseCounters?.Requests ?? one.HeadCounters?.Requests ?? 1);
        return
        [
            .. one.Pairs.Select(pair => pair is { Base.AllocatedBytes: { } before, Head.AllocatedBytes: { } after }
                ? ((double, double)?)(Of(before), Of(after))
                : null),
        ];

        // A fraction of a byte is what a launch allocated once, divided by its operations.
        double Of(double bytes) => rules.ExactAllocations ? Math.Round(bytes / requests) : bytes / requests;
    }

    private static AllocationComparison Compare(
        string counter, List<(double Base, double Head)> pairs, (double Above, double Below) p, Look look, int cases, GateRules rules)
    {
        double[] bases = [.. pairs.Select(pair => pair.Base)];
        double[] heads = [.. pairs.Select(pair => pair.Head)];
        (double before, double after) = (SampleStatistics.Median(bases)!.Value, SampleStatistics.Median(heads)!.Value);
        // If all launches of a side agree, the bytes are a counter and not a sample: the code allocates them in every operation, so chance
        // has no part in a difference. Three pairs show that they agree. If each launch drew one of two values, 3 pairs would be wrong for
        // at most 1 case of 32, 10 pairs for 1 of 500,000.
        bool counted = rules.ExactAllocations && bases.All(one => one == before) && heads.All(one => one == after);
        if (counted && pairs.Count >= FewestExact)
            return new(before, after, before == after ? [] : [Finding(counter, before, after, after - before)]);
        double change = HodgesLehmann.Of([.. pairs.Select(pair => pair.Head - pair.Base)], rules.Confidence)!.Value.Estimate;
        double tolerance = Tolerance(before, rules);
        if (Math.Abs(change) <= tolerance)
            return new(before, after, []);
        int enough = Looks.Fewest(look.Alpha);
        (double[] low, double[] high) = change > 0 ? (bases, heads) : (heads, bases);
        bool shown = look.Pairs >= enough ? (change > 0 ? p.Above : p.Below) <= look.Alpha
            : Apart(low, high, tolerance, look.Alpha / cases);
        return new(before, after, shown ? [Finding(counter, before, after, change)]
            : look.Pairs < enough ? [Unclear(counter, before, after, look.Pairs, counted ? FewestExact : enough)]
            : []);
    }

    private static CounterFinding Finding(string counter, double before, double after, double change)
    {
        string text = $"{counter}: {Bytes(before)} became {Bytes(after)}";
        return change > 0
            ? new(counter, Bytes(before), Bytes(after), Fails: true, $"{text}; find the new allocation with a profiler")
            : new(counter, Bytes(before), Bytes(after), Fails: false, $"{text}, which is better");
    }

    private static CounterFinding Unclear(string counter, double before, double after, int pairs, int enough) =>
        new(counter, Bytes(before), Bytes(after), Fails: false, $"{counter}: {Bytes(before)} became {Bytes(after)}, but "
            + $"{Figures.Whole(pairs)} pairs are too few to show it; use at least {Figures.Whole(enough)}");

    private static CounterFinding[] Lost(GateCase one)
    {
        string counter = Counter(one.Scenario);
        (bool before, bool after) =
            (one.Pairs.Any(pair => pair.Base.AllocatedBytes is not null), one.Pairs.Any(pair => pair.Head.AllocatedBytes is not null));
        return before && !after
            ? [new(counter, "known", null, Fails: true, $"{counter}: the base has the figure, the head does not; let the head count them")]
            : [];
    }

    // With too few pairs for the test, the difference can still be much larger than the spread of the launches. If the launches are alike,
    // all of one side are above all of the other with chance 1 in C(2n, n).
    private static bool Apart(double[] low, double[] high, double tolerance, double alpha) =>
        1 / SpecialFunctions.Binomial(2 * low.Length, low.Length) <= alpha
        && high.Min() - low.Max() > Math.Max(tolerance, Math.Max(low.Max() - low.Min(), high.Max() - high.Min()));

    private static string Bytes(double bytes) => $"{Figures.Fixed(bytes, 0)} B";
}
