namespace Results.Statistics;

/// <summary>Compares two cases that were measured in the same rounds: what a round does to both cancels out.</summary>
public static class PairedComparison
{
    /// <summary>
    /// The ratio y / x: the Hodges-Lehmann estimate of the rounds' log ratios, so that one bad round changes it only a little. And whether
    /// it differs from 1 at the 5 % level, both ways: the paired t-test of the log ratios (Student 1908, "The Probable Error of a Mean").
    /// </summary>
    /// <param name="x">One value above 0 for each round.</param>
    /// <param name="y">In the same order.</param>
    /// <returns>Null without rounds, or with a value that has no logarithm. Differs is null with one round, which shows no noise.</returns>
    public static (double Ratio, bool? Differs)? Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Concat(y).Any(value => value <= 0))
            return null;
        double[] logs = [.. x.Zip(y, (below, above) => Math.Log(above / below))];
        return HodgesLehmann.Of(logs, confidence: 0.95) is { } estimate
            ? (Math.Exp(estimate.Estimate), SampleStatistics.MeanInterval(logs) is { } mean ? mean.Lower > 0 || mean.Upper < 0 : null)
            : null;
    }
}
