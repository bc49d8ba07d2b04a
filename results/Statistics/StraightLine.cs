using MathNet.Numerics;

namespace Results.Statistics;

/// <summary>The straight line with the least squares (Legendre 1805).</summary>
public static class StraightLine
{
    /// <param name="x">At least two, not all the same.</param>
    /// <param name="y">The same number of values.</param>
    public static (double Intercept, double Slope) Through(double[] x, double[] y) => Fit.Line(x, y);
}
