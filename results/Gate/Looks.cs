using Results.Statistics;

namespace Results.Gate;

/// <summary>When a measurement in pairs is looked at, to see whether it can stop. Fixed before the first launch.</summary>
public static class Looks
{
    private const int Several = 20, Two = 14, FirstOfTwo = 10;

    /// <summary>
    /// The looks at times: after half, seven tenths and all of the pairs. With fewer than 20 pairs there is less to save: after 10 and all,
    /// or after all. The first look needs 10 pairs, because with fewer no result is rare enough for its alpha.
    /// </summary>
    /// <param name="most">The largest number of pairs, at least 1.</param>
    public static IReadOnlyList<Look> Of(int most, GateRules rules) => most switch
    {
        >= Several => [new(most / 2, rules.TimeAlpha / 4), new(most * 7 / 10, rules.TimeAlpha * 3 / 8), new(most, rules.TimeAlpha)],
        >= Two => [new(FirstOfTwo, rules.TimeAlpha / 4), new(most, rules.TimeAlpha)],
        _ => [new(most, rules.TimeAlpha)],
    };

    /// <summary>
    /// The looks of a run that has ended, or the last of which is now. A budget may end it between two looks. Its clock does not know which
    /// side is slower, so the last look may use all of the alpha.
    /// </summary>
    /// <param name="pairs">Measured pairs, at least 1.</param>
    /// <param name="most">The largest number of pairs, as planned.</param>
    public static IReadOnlyList<Look> Until(int pairs, int most, GateRules rules)
    {
        IReadOnlyList<Look> planned = Of(most, rules);
        Look last = planned.FirstOrDefault(look => look.Pairs == pairs, new Look(pairs, rules.TimeAlpha));
        return [.. planned.Where(look => look.Pairs < pairs), last];
    }

    /// <summary>
    /// The only look at allocations: at the first look at times. When a run stops depends on its times, and these may depend on the
    /// allocations. So a test of all pairs that a run has would not keep its alpha.
    /// </summary>
    public static Look OfAllocations(int pairs, int most, GateRules rules) =>
        new(Math.Min(pairs, Of(most, rules)[0].Pairs), rules.AllocationAlpha);

    /// <summary>The smallest number of pairs that can show a change of a time.</summary>
    public static int Fewest(GateRules rules) => Fewest(rules.TimeAlpha);

    /// <summary>The smallest number of pairs that can show a change: all have one sign, and chance does that in 1 of 2^n runs.</summary>
    internal static int Fewest(double alpha) => (int)Math.Ceiling(Math.Log2(1 / alpha));
}
