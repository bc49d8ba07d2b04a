using Results.Statistics;

namespace Results.Gate;

/// <summary>The change that a gate is expected to see, estimated before it measures. Afterwards each case reports its real value.</summary>
public static class DetectableChange
{
    /// <summary>
    /// The spread of the ratios of one case's pairs on a shared machine; a share. It follows from 3 % between operations, five of which
    /// make a launch, and 2 % between launches.
    /// </summary>
    public const double UsualSpread = 0.04;

    /// <summary>
    /// The smallest slow-down (0.1 is 10 %) that is found with the power of the rules; null if even a large change cannot be called slower.
    /// </summary>
    /// <param name="pairs">At least 1.</param>
    /// <param name="cases">Cases of the run, at least 1.</param>
    public static double? Of(int pairs, int cases, GateRules rules)
    {
        double half = Quantiles.Normal((1 + rules.Confidence) / 2) * UsualSpread / Math.Sqrt(pairs);
        var evidence = new TimeEvidence
        {
            Observations = pairs,
            BaseNs = 1,
            HeadNs = 1,
            LogRatio = 0,
            Interval = new LogInterval(-half, half),
            PSlower = 1,
            PFaster = 1,
            SmallestP = Math.Pow(2, -pairs),
            Margin = Math.Log(1 + rules.Threshold),
        };
        return evidence.SmallestVisible(rules, cases);
    }
}
