namespace Results.Statistics;

/// <summary>
/// Values in the order of time around one level. Each deviation is correlated with the one before (a first-order autoregression).
/// Generalized least squares for a known correlation (Prais and Winsten 1954, "Trend Estimators and Serial Correlation"), in closed form.
/// A correlation is from 0 to below 1. With 0, these are the usual mean and sum of squares.
/// </summary>
internal sealed class CorrelatedLevel
{
    private readonly double _mean;
    private readonly double _squares;
    private readonly double _products;
    private readonly double _endSquares;
    private readonly double _ends;

    /// <param name="values">At least one.</param>
    public CorrelatedLevel(IReadOnlyList<double> values)
    {
        Count = values.Count;
        _mean = values.Average();
        double[] centred = [.. values.Select(value => value - _mean)];
        _squares = centred.Sum(value => value * value);
        _products = centred.Zip(centred.Skip(1), (before, after) => before * after).Sum();
        _endSquares = (centred[0] * centred[0]) + (centred[^1] * centred[^1]);
        _ends = centred[0] + centred[^1];
    }

    public int Count { get; }

    /// <summary>The estimate of the level.</summary>
    public double Mean(double correlation) => _mean + (correlation * _ends / Weight(correlation));

    /// <summary>The number of independent values that would show the level as well; from 1 to <see cref="Count"/>.</summary>
    public double EffectiveCount(double correlation) => Weight(correlation) / (1 + correlation);

    /// <summary>The squares of what the level and the value before do not explain; their expectation is (Count − 1)(1 − correlation²)
    /// variances.</summary>
    public double Squares(double correlation) => _squares - (2 * correlation * _products)
        + (correlation * correlation * (_squares - _endSquares - ((1 - correlation) * _ends * _ends / Weight(correlation))));

    private double Weight(double correlation) => Count - ((Count - 2) * correlation);
}
