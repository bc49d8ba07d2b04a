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

    private const int Values = 100;

    /// <summary>
    /// The smallest slow-down (0.1 is 10 %) that is found with the power of the rules; null if even a large change cannot be called slower.
    /// </summary>
    /// <param name="pairs">The largest number of pairs, at least 1.</param>
    /// <param name="cases">Cases of the run, at least 1.</param>
    public static double? Of(int pairs, int cases, GateRules rules)
    {
        var random = new Random(1);
        double[][] noise = [.. Enumerable.Range(0, cases).Select(_ => Usual(random))];
        return new VisibleChange(noise, Looks.Of(pairs, rules), rules).Of(noise[0], Math.Log(1 + rules.Threshold));
    }

    /// <summary>Normal noise without the chance of a sample: its quantiles, in drawn order.</summary>
    private static double[] Usual(Random random)
    {
        double[] noise = [.. Enumerable.Range(0, Values).Select(i => UsualSpread * Quantiles.Normal((i + 0.5) / Values))];
        random.Shuffle(noise);
        return noise;
    }
}
