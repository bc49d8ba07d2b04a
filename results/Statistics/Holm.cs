namespace Results.Statistics;

/// <summary>
/// Limits the false-alarm rate for the whole run, not for each case (Holm 1979, "A Simple Sequentially Rejective Multiple Test Procedure").
/// </summary>
public static class Holm
{
    /// <summary>
    /// The adjusted p values, in the given order. Reject a value of at most alpha: then at most alpha of all runs reject anything falsely.
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
