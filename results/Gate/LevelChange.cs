using MathNet.Numerics.Distributions;
using Results.Statistics;

namespace Results.Gate;

/// <summary>Tests whether two neighbouring levels of a trend are the same.</summary>
internal static class LevelChange
{
    // Outside this many deviations a single wild run would hide a change, so it counts as if it were at the edge.
    private const double Reach = 3;

    /// <summary>
    /// P(some border between the same runs shows this difference by chance). It is Student's p value for correlated runs, times the number
    /// of possible borders (Bonferroni), because the border was chosen by the same data.
    /// </summary>
    /// <param name="shortest">The smallest number of runs on either side of a border; both levels have at least one run.</param>
    public static double P(IReadOnlyList<double> before, IReadOnlyList<double> after, int shortest)
    {
        var levels = new CorrelatedLevels(Tamed(before), Tamed(after));
        double correlation = SerialCorrelation.UpperLimit(levels);
        (CorrelatedLevel old, CorrelatedLevel young) = (levels.Levels[0], levels.Levels[1]);
        double error = levels.Deviation(correlation)
            * Math.Sqrt((1 / old.EffectiveCount(correlation)) + (1 / young.EffectiveCount(correlation)));
        double difference = Math.Abs(young.Mean(correlation) - old.Mean(correlation));
        if (error <= 0)
            return difference > 0 ? 0 : 1;
        int borders = Math.Max(1, levels.Count - (2 * shortest) + 1);
        return Math.Min(1, 2 * StudentT.CDF(0, 1, levels.Freedom, -difference / error) * borders);
    }

    // Logarithms; the deviation is estimated from the median distance to the median (Hampel 1974).
    private static double[] Tamed(IReadOnlyList<double> values)
    {
        double[] logs = [.. values.Select(value => Math.Log(value))];
        double middle = SampleStatistics.Median(logs)!.Value;
        double reach = Reach * 1.4826 * SampleStatistics.Median([.. logs.Select(log => Math.Abs(log - middle))])!.Value;
        return reach > 0 ? [.. logs.Select(log => Math.Clamp(log, middle - reach, middle + reach))] : logs;
    }
}
