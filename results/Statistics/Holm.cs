namespace Results.Statistics;

/// <summary>
/// Makes the false-alarm rate the run's, not the case's (Holm 1979, "A Simple Sequentially Rejective Multiple Test Procedure").
/// </summary>
public static class Holm
{
    /// <summary>
    /// The adjusted p values, in the order given: reject where one is at most alpha, and at most alpha of all runs reject anything falsely.
    /// </summary>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> p)
    {
        double[] adjusted = new double[p.Count];
        double largest = 0.0;
        foreach ((int index, int rank) in Enumerable.Range(0, p.Count).OrderBy(i => p[i]).Select((index, rank) => (index, rank)))
        {
            largest = Math.Max(largest, Math.Min(1, p[index] * (p.Count - rank)));
            adjusted[index] = largest;
        }

        return adjusted;
    }
}
