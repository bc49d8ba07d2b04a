using MathNet.Numerics.Distributions;

namespace Results.Statistics;

/// <summary>How much successive runs resemble each other.</summary>
internal static class SerialCorrelation
{
    private const int Steps = 95;
    private const double Confidence = 0.95;

    // How far the logarithm of the likelihood may fall (Wilks 1938); one-sided, so the two-sided confidence is lower.
    private static readonly double s_fall = ChiSquared.InvCDF(1, (2 * Confidence) - 1) / 2;

    /// <summary>
    /// The upper 95 % limit, one-sided, of the correlation that all series share: from 0 to 0.95 in steps of 0.01. A limit instead of the
    /// estimate, because a correlation that is taken too small makes every difference look too certain. 0.95 if no series has a spread.
    /// </summary>
    public static double UpperLimit(params IReadOnlyList<CorrelatedLevels> series)
    {
        CorrelatedLevels[] varied = [.. series.Where(one => one.HasSpread)];
        double[] likelihoods = [.. Enumerable.Range(0, Steps + 1).Select(step => varied.Sum(one => one.LogLikelihood(Correlation(step))))];
        int best = Array.IndexOf(likelihoods, likelihoods.Max());
        int limit = best;
        while (limit < Steps && likelihoods[limit + 1] >= likelihoods[best] - s_fall)
            limit++;
        return Correlation(limit);
    }

    private static double Correlation(int step) => step / 100.0;
}
