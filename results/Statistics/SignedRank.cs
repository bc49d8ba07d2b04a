using System.Collections.Concurrent;

namespace Results.Statistics;

/// <summary>
/// The signed-rank test of one sample's symmetry about 0 (Wilcoxon 1945, "Individual Comparisons by Ranking Methods"), exact for any size.
/// If chance decides which side of a pair runs first, both signs are equally likely for an unchanged build. This is true for noise of any
/// distribution, drift or correlation, so the p value needs no assumption about the noise.
/// </summary>
public static class SignedRank
{
    private static readonly ConcurrentDictionary<int, double[]> s_untied = new();
    private static readonly ConcurrentDictionary<int, double[]> s_untiedTail = new();

    /// <summary>
    /// P(at least this rank sum above 0 | symmetric about 0). Zeros are left out, ties share their mean rank; 1 if no value is left.
    /// </summary>
    public static double PAbove(IReadOnlyList<double> values)
    {
        double[] left = [.. values.Where(value => value != 0).OrderBy(Math.Abs)];
        (int[]? ranks, bool tied) = DoubledRanks(left);
        int above = left.Zip(ranks, (value, rank) => value > 0 ? rank : 0).Sum();
        return Math.Min(1, (tied ? Tail(Distribution(ranks)) : s_untiedTail.GetOrAdd(left.Length, n => Tail(Untied(n))))[above]);
    }

    /// <summary>
    /// The number of sorted Walsh averages below an interval of at least this confidence (Hollander and Wolfe 1999,
    /// "Nonparametric Statistical Methods", 3.3); null if there is no interval of this confidence.
    /// </summary>
    public static int? AveragesBelow(int n, double confidence)
    {
        double[] chances = s_untied.GetOrAdd(n, Untied);
        double tail = (1 - confidence) / 2;
        (double sum, int below) = (0.0, -1);
        // Ranks are doubled: a sum without ties is even.
        for (int rankSum = 0; rankSum < chances.Length && sum + chances[rankSum] <= tail; rankSum += 2, below++)
            sum += chances[rankSum];
        return below < 0 ? null : below;
    }

    /// <summary>The smallest p value that this number of pairs can reach: all pairs have one sign.</summary>
    public static double SmallestP(int n) => Math.Pow(0.5, n);

    private static (int[] Ranks, bool Tied) DoubledRanks(double[] sorted)
    {
        int[] ranks = new int[sorted.Length];
        bool tied = false;
        for (int first = 0, end; first < sorted.Length; first = end)
        {
            for (end = first + 1; end < sorted.Length && Math.Abs(sorted[end]).Equals(Math.Abs(sorted[first]));)
                end++;
            Array.Fill(ranks, first + 1 + end, first, end - first);
            tied |= end - first > 1;
        }

        return (ranks, tied);
    }

    private static double[] Untied(int n) => Distribution([.. Enumerable.Range(1, n).Select(i => 2 * i)]);

    /// <summary>Probability of each sum or a larger one. They are added from the end, because the small values are there.</summary>
    private static double[] Tail(double[] chances)
    {
        for (int sum = chances.Length - 2; sum >= 0; sum--)
            chances[sum] += chances[sum + 1];
        return chances;
    }

    /// <summary>Probability of each sum of the positive values' doubled ranks, if both signs are equally likely.</summary>
    private static double[] Distribution(int[] doubledRanks)
    {
        double[] chances = new double[doubledRanks.Sum() + 1];
        chances[0] = 1;
        int reached = 0;
        foreach (int rank in doubledRanks)
        {
            reached += rank;
            for (int sum = reached; sum >= 0; sum--)
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
        }

        return chances;
    }
}
