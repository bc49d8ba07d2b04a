using System.Collections.Concurrent;

namespace Results.Statistics;

/// <summary>
/// The signed-rank test of one sample's center (Wilcoxon 1945, "Individual Comparisons by Ranking Methods"), for its interval.
/// </summary>
public static class SignedRank
{
    private static readonly ConcurrentDictionary<(int Count, double Confidence), int> s_below = new();

    /// <summary>
    /// The number of sorted Walsh averages below an interval of at least this confidence (Hollander and Wolfe 1999,
    /// "Nonparametric Statistical Methods", 3.3); null if there is no interval of this confidence.
    /// </summary>
    public static int? AveragesBelow(int n, double confidence)
    {
        int below = s_below.GetOrAdd((n, confidence), key => Below(Distribution(key.Count), (1 - key.Confidence) / 2));
        return below < 0 ? null : below;
    }

    private static int Below(double[] chances, double tail)
    {
        (double sum, int below) = (0.0, -1);
        for (int rankSum = 0; rankSum < chances.Length && sum + chances[rankSum] <= tail; rankSum++, below++)
            sum += chances[rankSum];
        return below;
    }

    /// <summary>Probability of each sum of the positive values' ranks, if both signs are equally likely.</summary>
    private static double[] Distribution(int n)
    {
        double[] chances = new double[(n * (n + 1) / 2) + 1];
        chances[0] = 1;
        int reached = 0;
        for (int rank = 1; rank <= n; rank++)
        {
            reached += rank;
            for (int sum = reached; sum >= 0; sum--)
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
        }

        return chances;
    }
}
