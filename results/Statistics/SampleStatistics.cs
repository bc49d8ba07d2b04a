using Perfolizer.Mathematics.Common;
using Perfolizer.Mathematics.Cpd;
using Perfolizer.Mathematics.QuantileEstimators;
using Pragmastat;

namespace Results.Statistics;

/// <summary>
/// The only class that calls Perfolizer, for the reports and the gate. Values are nanoseconds; an unknown value is null.
/// </summary>
public static class SampleStatistics
{
    private const double Confidence = 0.95;

    public static double? Mean(IReadOnlyList<double> values) => values.Count == 0 ? null : Moments.Create(values).Mean;

    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    public static double? Median(IReadOnlyList<double> values) =>
        values.Count == 0 ? null : SimpleQuantileEstimator.Instance.Quantile(new Sample(values), Probability.Half).NominalValue;

    /// <summary>
    /// The value below which the share <paramref name="p"/> of the sample lies; type 7 (Hyndman and Fan 1996, "Sample Quantiles in
    /// Statistical Packages").
    /// </summary>
    public static double? Quantile(IReadOnlyList<double> values, double p) =>
        values.Count == 0 ? null : SimpleQuantileEstimator.Instance.Quantile(new Sample(values), p).NominalValue;

    /// <summary>The 99th percentile, type 7. Null for fewer than 100 values: there it would be almost the largest one.</summary>
    public static double? P99(IReadOnlyList<double> values) => values.Count < 100 ? null : Quantile(values, 0.99);

    /// <summary>
    /// Whether a few values lie much further above the others than any below: the skewness is more than twice the standard error that it
    /// has for normal values (Fisher 1930, "The Moments of the Distribution for Normal Samples of Measures of Departure from Normality").
    /// Skewness by quantiles would not do, because it ignores the few extreme values.
    /// </summary>
    public static bool IsSkewedUpwards(IReadOnlyList<double> values) =>
        Moments.Create(values).Skewness > 2 * Math.Sqrt(6.0 / values.Count);

    /// <summary>
    /// The 95 % interval of the mean: mean ± t(0.975, n − 1) · s / √n (Student 1908, "The Probable Error of a Mean").
    /// Null for fewer than two values, because one value shows no spread.
    /// </summary>
    public static (double Lower, double Upper)? MeanInterval(IReadOnlyList<double> values)
    {
        if (values.Count < 2)
            return null;
        var moments = Moments.Create(values);
        double standardError = moments.StandardDeviation / Math.Sqrt(values.Count);
        ConfidenceInterval interval =
            new ConfidenceIntervalEstimator(values.Count, moments.Mean, standardError).ConfidenceInterval(Confidence);
        return (interval.Lower, interval.Upper);
    }

    /// <summary>
    /// The indexes at which a new level begins (Haynes, Fearnhead and Eckley 2017, "A computationally
    /// efficient nonparametric approach for changepoint detection"). It gives a false alarm on every ninth to third flat
    /// series, so filter its proposals.
    /// </summary>
    /// <param name="shortest">Smallest number of values of a level; there must be at least twice as many values.</param>
    public static IReadOnlyList<int> ChangePoints(IReadOnlyList<double> values, int shortest) =>
        // Perfolizer returns the last index of the left level.
        [.. EdPeltChangePointDetector.Instance.GetChangePointIndexes([.. values], shortest).Select(last => last + 1)];
}
