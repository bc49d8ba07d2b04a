namespace Results.Statistics;

/// <summary>
/// The center of one sample: the median of its Walsh averages (Hodges and Lehmann 1963, "Estimates of Location Based on Rank Tests"),
/// with the interval of the signed-rank test (Tukey 1949). A single extreme pair changes both only a little.
/// </summary>
public static class HodgesLehmann
{
    /// <summary>The estimate, and the interval if the number of values allows this confidence; null without values.</summary>
    public static (double Estimate, LogInterval? Interval)? Of(IReadOnlyList<double> values, double confidence)
    {
        if (values.Count == 0)
            return null;
        double[] averages = WalshAverages(values);
        LogInterval? interval = SignedRank.AveragesBelow(values.Count, confidence) is { } below
            ? new LogInterval(averages[below], averages[^(below + 1)])
            : null;
        return ((averages[averages.Length / 2] + averages[(averages.Length - 1) / 2]) / 2, interval);
    }

    private static double[] WalshAverages(IReadOnlyList<double> values)
    {
        double[] averages = new double[values.Count * (values.Count + 1) / 2];
        int next = 0;
        for (int i = 0; i < values.Count; i++)
        {
            for (int j = i; j < values.Count; j++)
                averages[next++] = (values[i] + values[j]) / 2;
        }

        Array.Sort(averages);
        return averages;
    }
}
