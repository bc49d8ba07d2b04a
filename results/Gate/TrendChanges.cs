using Results.Statistics;

namespace Results.Gate;

/// <summary>
/// Finds lasting changes. The detector alone gives a false alarm on every ninth to third flat series. So a proposal counts only if the
/// levels on both sides differ by the threshold and a test confirms it (<see cref="LevelChange"/>). The weakest proposal is removed first,
/// and its neighbours are judged again.
/// </summary>
internal static class TrendChanges
{
    private const int ShortestLevel = 5;
    private const double LargestP = 0.05;

    public static IReadOnlyList<TrendChange> Of(IReadOnlyList<double> mediansNs, double threshold)
    {
        if (mediansNs.Count < 2 * ShortestLevel)
            return [];
        List<int> starts = [0, .. SampleStatistics.ChangePoints(mediansNs, ShortestLevel).Order(), mediansNs.Count];
        while (starts.Count > 2)
        {
            int weakest = Enumerable.Range(1, starts.Count - 2).MaxBy(i => Weakness(mediansNs, starts, i, threshold));
            if (Weakness(mediansNs, starts, weakest, threshold) <= LargestP)
                break;
            starts.RemoveAt(weakest);
        }

        for (int i = 1; i < starts.Count - 1; i++)
            starts[i] = Sharpest(mediansNs, starts, i);
        return Describe(mediansNs, starts, threshold);
    }

    // The detector is often wrong by a run or two. The border belongs where both sides fit their level best.
    private static int Sharpest(IReadOnlyList<double> values, List<int> starts, int i)
    {
        const int Reach = 3;
        return Enumerable.Range(starts[i] - Reach, (2 * Reach) + 1)
            .Where(border => border > starts[i - 1] && border < starts[i + 1])
            .OrderBy(border => Math.Abs(border - starts[i]))
            .MinBy(border => Misfit(values.Skip(starts[i - 1]).Take(border - starts[i - 1]))
                + Misfit(values.Skip(border).Take(starts[i + 1] - border)));
    }

    private static double Misfit(IEnumerable<double> level)
    {
        double[] values = [.. level];
        double middle = Math.Log(Middle(values));
        return values.Sum(value => Math.Abs(Math.Log(value) - middle));
    }

    // The p value; 1 or more if the change is too small to matter.
    private static double Weakness(IReadOnlyList<double> values, List<int> starts, int i, double threshold)
    {
        (double[]? left, double[]? right) = (Level(values, starts, i - 1), Level(values, starts, i));
        double size = Math.Abs(Math.Log(Middle(right) / Middle(left)));
        return size < Math.Log(1 + threshold) ? 2 - size : LevelChange.P(left, right, ShortestLevel);
    }

    private static List<TrendChange> Describe(IReadOnlyList<double> values, List<int> starts, double threshold)
    {
        List<TrendChange> changes = [];
        for (int i = 1; i < starts.Count - 1; i++)
        {
            double before = Middle(Level(values, starts, i - 1));
            // Recovered if a later level is within the threshold of the level before the change.
            int? back = Enumerable.Range(i + 1, starts.Count - 2 - i).Cast<int?>()
                .FirstOrDefault(
                    later => Math.Abs(Math.Log(Middle(Level(values, starts, later!.Value)) / before)) < Math.Log(1 + threshold));
            changes.Add(new(starts[i], before, Middle(Level(values, starts, i)), back is { } later ? starts[later] : null));
        }

        return changes;
    }

    private static double[] Level(IReadOnlyList<double> values, List<int> starts, int i) =>
        [.. values.Skip(starts[i]).Take(starts[i + 1] - starts[i])];

    private static double Middle(double[] level) => SampleStatistics.Median(level)!.Value;
}
