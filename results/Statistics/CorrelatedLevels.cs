namespace Results.Statistics;

/// <summary>Levels of one series whose deviations have the same variance. See <see cref="CorrelatedLevel"/>.</summary>
internal sealed class CorrelatedLevels(params IReadOnlyList<IReadOnlyList<double>> levels)
{
    // A clock cannot show a smaller relative spread. Such values are copies.
    private const double LeastDeviation = 1e-9;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CorrelatedLevel> Levels { get; } = [.. levels.Select(values => new CorrelatedLevel(values))];

    public int Count => Levels.Sum(level => level.Count);

    /// <summary>Degrees of freedom of <see cref="Deviation"/>; at least 1 for a usable estimate.</summary>
    public int Freedom => Count - Levels.Count;

    public bool HasSpread => Freedom > 0 && Deviation(0) > LeastDeviation;

    /// <summary>Standard deviation of a single value from its level.</summary>
    public double Deviation(double correlation) =>
        // rounding can make the squares of equal values negative
        Math.Sqrt(Math.Max(0, Squares(correlation)) / (Freedom * (1 - (correlation * correlation))));

    /// <summary>
    /// Logarithm of the restricted likelihood of a correlation, up to a constant. It does not favour small correlations in short series,
    /// as the usual likelihood does (Patterson and Thompson 1971, "Recovery of Inter-Block Information when Block Sizes are Unequal").
    /// </summary>
    public double LogLikelihood(double correlation) =>
        -((Freedom * Math.Log(Squares(correlation))) + Levels.Sum(level => Math.Log(level.EffectiveCount(correlation)))) / 2;

    private double Squares(double correlation) => Levels.Sum(level => level.Squares(correlation));
}
