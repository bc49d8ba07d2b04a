using Perfolizer.Mathematics.Common;
using Perfolizer.Mathematics.Cpd;
using Perfolizer.Mathematics.QuantileEstimators;
using Perfolizer.Mathematics.SignificanceTesting;
using Perfolizer.Mathematics.SignificanceTesting.Base;
using Perfolizer.Mathematics.SignificanceTesting.MannWhitney;
using Perfolizer.Metrology;
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
    /// The value below which the share <paramref name="p"/> of the sample lies; type 7 (Hyndman and Fan 1996,
    /// "Sample Quantiles in Statistical
    /// Packages").
    /// </summary>
    public static double? Quantile(IReadOnlyList<double> values, double p) =>
        values.Count == 0 ? null : SimpleQuantileEstimator.Instance.Quantile(new Sample(values), p).NominalValue;

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
    /// Whether two means differ at the 5 % level, both ways (Welch 1947, "The generalization of 'Student's' problem when several
    /// different population variances are involved"). Null when either side has fewer than two values.
    /// It includes only the noise within a run, not the noise between runs.
    /// </summary>
    public static bool? Differ(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count < 2 || y.Count < 2)
            return null;
        // Without any spread, t is 0/0 or infinite.
        if (x.Max() <= x.Min() && y.Max() <= y.Min())
            return !x[0].Equals(y[0]);
        WelchTResult result = new WelchTest().Perform(new Sample(x), new Sample(y), AlternativeHypothesis.TwoSides, Threshold.Zero);
        return result.PValue < 1 - Confidence;
    }

    /// <summary>
    /// P(y tends to be this much above x by chance), one-sided (Mann and Whitney 1947, "On a Test of Whether one of Two Random Variables is
    /// Stochastically Larger than the Other"); exact for up to 65 values together. Use nanoseconds: values closer than 1e-9 count as ties.
    /// </summary>
    public static double PAbove(IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        MannWhitneyTest.Instance.Perform(new Sample(y), new Sample(x), AlternativeHypothesis.Greater, Threshold.Zero).PValue;

    /// <summary>P(two samples differ this much by chance), two-sided.</summary>
    public static double TwoSidedP(IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        Math.Min(1, 2 * Math.Min(PAbove(x, y), PAbove(y, x)));

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
