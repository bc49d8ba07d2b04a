using Results.Formatting;
using Results.Statistics;

namespace Results.Charts;

/// <summary>The distribution of one case's iterations, on its own axis. Values in nanoseconds.</summary>
public sealed record Spread(CaseView Case, Axis Axis, double Q1Ns, double MedianNs, double Q3Ns)
{
    private const int Steps = 120;

    /// <summary>Null with fewer than two iterations, which show no spread.</summary>
    public static Spread? Of(CaseView view)
    {
        if (view.IterationsNs.Count < 2 || view.MedianNs is not { } median)
            return null;
        (double low, double high) = (view.IterationsNs.Min(), view.IterationsNs.Max());
        double margin = Math.Max((high - low) * 0.12, median * 1e-4);
        return new(
            view,
            Axis.Linear(low - margin, high + margin, Duration.Brief, about: 4),
            SampleStatistics.Quantile(view.IterationsNs, 0.25)!.Value,
            median,
            SampleStatistics.Quantile(view.IterationsNs, 0.75)!.Value);
    }

    /// <summary>The outline in a box of 100 by 100, with its base at the bottom.</summary>
    public string Outline()
    {
        IReadOnlyList<double> heights = Density.Of(Case.IterationsNs, Axis.From, Axis.To, Steps);
        return heights.Count == 0 ? "" : Svg.Line(heights.Select((h, i) => (100.0 * i / Steps, 100 - (96 * h)))) + "L100 100L0 100Z";
    }

    /// <summary>The furthest iterations, relative to the median.</summary>
    public string Words() => $"{Signed(Case.IterationsNs.Min())} … {Signed(Case.IterationsNs.Max())}";

    /// <summary>Equal points would hide each other. So each is moved up or down a little, always by the same amount.</summary>
    public static int Shift(int iteration) => iteration * 5 % 11;

    private string Signed(double ns) => $"{(ns < MedianNs ? "−" : "+")}{Figures.Fixed(Math.Abs((ns / MedianNs) - 1) * 100, 1)} %";
}
