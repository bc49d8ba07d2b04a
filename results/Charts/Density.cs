using Results.Statistics;

namespace Results.Charts;

/// <summary>A smooth outline of the distribution of values.</summary>
public static class Density
{
    /// <summary>
    /// The kernel density at equal steps over [<paramref name="from"/>, <paramref name="to"/>], highest value 1: normal kernel, width
    /// 0.9 · min(s, IQR / 1.34) · n^(−1/5) (Silverman 1986, "Density Estimation", 3.31). Empty if the values have no spread.
    /// </summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> values, double from, double to, int steps)
    {
        if (values.Count < 3)
            return [];
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
        double quartiles = (SampleStatistics.Quantile(values, 0.75) - SampleStatistics.Quantile(values, 0.25)) / 1.34 ?? 0;
        double width = 0.9 * (quartiles > 0 ? Math.Min(deviation, quartiles) : deviation) * Math.Pow(values.Count, -0.2);
        if (!(width > 0))
            return [];
        double[] heights = [.. Enumerable.Range(0, steps + 1)
            .Select(i => from + ((to - from) * i / steps))
            .Select(x => values.Sum(v => Math.Exp(-0.5 * Math.Pow((x - v) / width, 2))))];
        double highest = heights.Max();
        return highest > 0 ? [.. heights.Select(h => h / highest)] : [];
    }
}
