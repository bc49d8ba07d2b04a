using MathNet.Numerics;
using Results.Statistics;

namespace Tests.Trials.Soak;

/// <summary>How fast something grows: the slope of a straight line by least squares (Legendre 1805), with its 95 % interval.</summary>
/// <param name="Slope">Units of y for each unit of x.</param>
/// <param name="Lower">slope − t(0.975, n − 2) · standard error. If samples depend on each other, the interval is too narrow.</param>
/// <param name="Upper">The upper end.</param>
public sealed record Trend(double Slope, double Lower, double Upper)
{
    private const double UpperTail = 0.975;

    /// <returns>Null for fewer than three points, or if all have the same x.</returns>
    public static Trend? Of(IReadOnlyList<(double X, double Y)> points)
    {
        double[] x = [.. points.Select(point => point.X)], y = [.. points.Select(point => point.Y)];
        if (x.Length < 3 || x.Max() <= x.Min())
            return null;

        (double intercept, double slope) = Fit.Line(x, y);
        double mean = x.Average();
        double spread = x.Sum(one => (one - mean) * (one - mean));
        double residuals = points.Sum(point => Math.Pow(point.Y - intercept - (slope * point.X), 2));
        double margin = Quantiles.Student(x.Length - 2, UpperTail) * Math.Sqrt(residuals / (x.Length - 2) / spread);
        return new Trend(slope, slope - margin, slope + margin);
    }
}
