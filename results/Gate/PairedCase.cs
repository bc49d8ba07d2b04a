using Results.Records;
using Results.Statistics;

namespace Results.Gate;

/// <summary>The evidence of one case's pairs, without the run's other cases. Effects are ln(head / base).</summary>
/// <param name="Subject">The case, not yet judged.</param>
/// <param name="Effects">One for each pair, in the order measured.</param>
/// <param name="Estimate">Hodges-Lehmann estimate of the effect.</param>
/// <param name="Interval">Null with too few pairs for one.</param>
/// <param name="Margin">The smallest effect that matters, above 0.</param>
/// <param name="Skewed">Whether some launches are much slower than the others.</param>
internal sealed record PairedCase(
    CaseVerdict Subject, double[] Effects, double Estimate, LogInterval? Interval, double Margin, bool Skewed)
{
    public static PairedCase Of(CaseVerdict subject, GateCase measured, GateRules rules)
    {
        bool micro = measured.Scenario.Length == 0;
        double[] bases = [.. measured.Pairs.Select(pair => LevelOf(pair.Base))];
        double[] heads = [.. measured.Pairs.Select(pair => LevelOf(pair.Head))];
        double[] effects = [.. bases.Zip(heads, (before, after) => Math.Log(after) - Math.Log(before))];
        (double estimate, LogInterval? interval) = HodgesLehmann.Of(effects, rules.Confidence)!.Value;
        double baseNs = SampleStatistics.Median(bases)!.Value;
        return new(
            subject with
            {
                Pairs = effects.Length,
                BaseNs = baseNs,
                HeadNs = SampleStatistics.Median(heads),
                LogRatio = estimate,
                Interval = interval,
            },
            effects,
            estimate,
            interval,
            Math.Log(1 + rules.MarginFor(micro, baseNs)),
            SampleStatistics.IsSkewedUpwards([.. Deviations(bases), .. Deviations(heads)]));
    }

    /// <summary>
    /// The time of a launch: the lower quartile of its iterations. What else runs on the machine can only make an iteration slower. In
    /// gates without a change, the pairs of fetching cases differed by 8 % to 57 % less than with the median.
    /// </summary>
    private static double LevelOf(GateLaunch launch) => SampleStatistics.Quantile(launch.IterationsNs, 0.25)!.Value;

    private static IEnumerable<double> Deviations(double[] launchesNs)
    {
        double middle = SampleStatistics.Median(launchesNs)!.Value;
        return launchesNs.Select(ns => Math.Log(ns) - Math.Log(middle));
    }

    /// <summary>Whether the pairs show that the case is not slower by the margin. Then more pairs would hardly call it slower.</summary>
    public bool IsNotSlower => Interval is { } known && known.Upper < Margin;

    /// <summary>
    /// Whether an unchanged case with this noise would need more than the planned pairs to be called the same. Then the pairs that are left
    /// would hardly decide it.
    /// </summary>
    /// <param name="planned">The largest number of pairs.</param>
    public bool IsTooNoisy(int planned) => Interval is { } known && Math.Pow(HalfOfOnePair(known) / Margin, 2) > planned;

    /// <summary>What is left of the effects without their estimate.</summary>
    public double[] Noise => [.. Effects.Select(effect => effect - Estimate)];

    /// <summary>
    /// About how many pairs would have shown that the estimate is a change, or that it is none. Null if more than a thousand would be
    /// needed, or if no number helps.
    /// </summary>
    /// <param name="critical">The <see cref="BoundedSum"/> that calls a case slower; it hardly depends on the number of pairs.</param>
    public int? ToSettle(double critical, GateRules rules)
    {
        const int Practical = 1000;
        if (Interval is not { } i || !double.IsFinite(critical))
            return Looks.Fewest(rules);
        double size = Math.Abs(Estimate), half = HalfOfOnePair(i);
        double deviation = half / Quantiles.Normal((1 + rules.Confidence) / 2);
        double root = size >= Margin ? critical * deviation / size : half / (Margin - size);
        double count = Math.Max(Math.Ceiling(root * root), Effects.Length + 1);
        return count <= Practical ? (int)count : null;
    }

    /// <summary>Half of the interval that one pair would give. It falls with the root of the number of pairs.</summary>
    private double HalfOfOnePair(LogInterval interval) => (interval.Upper - interval.Lower) / 2 * Math.Sqrt(Effects.Length);
}
