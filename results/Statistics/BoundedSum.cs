namespace Results.Statistics;

/// <summary>
/// How far the differences of one case's pairs lie on one side of 0. A difference above 1.2 times their median size counts as this bound,
/// so that a slow spell cannot hide a change (like the function of Huber 1964, "Robust Estimation of a Location Parameter").
/// </summary>
internal static class BoundedSum
{
    private const double LargestDifference = 1.2;

    /// <summary>
    /// Sum / root of the sum of squares of the bounded differences: at most the root of their number. 0 if most differences are 0.
    /// </summary>
    public static double Of(ReadOnlySpan<double> differences)
    {
        double sum = 0;
        foreach (double score in Scores(differences))
            sum += score;
        return sum;
    }

    /// <summary>What each difference adds to the sum. With another sign it adds the negative.</summary>
    public static double[] Scores(ReadOnlySpan<double> differences)
    {
        double[] sizes = new double[differences.Length], scores = new double[differences.Length];
        for (int i = 0; i < sizes.Length; i++)
            sizes[i] = Math.Abs(differences[i]);
        Array.Sort(sizes);
        double bound = LargestDifference * (sizes[sizes.Length / 2] + sizes[(sizes.Length - 1) / 2]) / 2;
        double squares = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Clamp(differences[i], -bound, bound);
            squares += scores[i] * scores[i];
        }

        for (int i = 0; i < scores.Length && squares > 0; i++)
            scores[i] /= Math.Sqrt(squares);
        return scores;
    }
}
