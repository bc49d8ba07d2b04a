namespace Benchmarks.Limits;

/// <summary>A straight line through points by least squares (Legendre 1805): y = intercept + slope · x.</summary>
internal sealed record LineFit(double Intercept, double Slope)
{
    /// <param name="points">Two or more, with different x.</param>
    public static LineFit Of(IReadOnlyList<(double X, double Y)> points)
    {
        double meanX = points.Average(point => point.X);
        double meanY = points.Average(point => point.Y);
        double slope = points.Sum(point => (point.X - meanX) * (point.Y - meanY)) / points.Sum(point => (point.X - meanX) * (point.X - meanX));
        return new LineFit(meanY - (slope * meanX), slope);
    }
}
