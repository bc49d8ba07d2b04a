namespace Results.Charts;

/// <summary>A mark on an axis.</summary>
public sealed record Tick(double Value, string Label);

/// <summary>The position of values in a picture of any width, in percent of the width.</summary>
/// <param name="From">The value at 0 %.</param>
/// <param name="To">The value at 100 %.</param>
public sealed record Axis(double From, double To, bool Logarithmic, IReadOnlyList<Tick> Ticks)
{
    private static readonly double[] s_steps = [1, 2, 2.5, 5, 10];

    // More marks cannot be read. The numbers of a damaged file must not ask for billions of them.
    private const int MostTicks = 50;

    // A wider logarithmic axis shows nothing. Smaller values lie outside of it, and so do those that have no usable logarithm.
    private const double WidestRatio = 1e30;
    private const double Least = 1e-300;
    private const double Most = 1e300;

    /// <summary>A linear axis that ends exactly at the given values. It has no ticks if there are no round values between them.</summary>
    /// <param name="about">The approximate number of ticks.</param>
    public static Axis Linear(double from, double to, Func<double, string> label, int about = 5)
    {
        if (!(to > from))
            to = from + Math.Max(Math.Abs(from), 1);
        double rough = (to - from) / about;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * s_steps.FirstOrDefault(s => s * power >= rough * 0.999);
        (double first, double last) = (Math.Ceiling((from / step) - 1e-9), Math.Floor((to / step) + 1e-9));
        int count = last - first is >= 0 and < MostTicks ? (int)(last - first) + 1 : 0;
        return new(
            from,
            to,
            false,
            [.. Enumerable.Range(0, count).Select(i => Math.Round((first + i) * step, 9)).Select(v => new Tick(v, label(v)))]);
    }

    /// <summary>A logarithmic axis, a little wider than the values, so that marks at the ends are complete.</summary>
    /// <param name="values">The values that must fit. Values of 0 or below have no place on it.</param>
    public static Axis OfRatios(IEnumerable<double> values, Func<double, string> label)
    {
        double[] shown = [.. values.Where(v => v is > Least and < Most)];
        (double low, double high) = shown.Length == 0 ? (1, 10) : (shown.Min(), shown.Max());
        low = Math.Max(low, high / WidestRatio);
        double margin = Math.Max(Math.Pow(high / low, 0.04), 1.06);
        (low, high) = (low / margin, high * margin);
        Tick[] ticks = [.. LogTicks(low, high).Select(v => new Tick(v, label(v)))];
        return new(low, high, true, ticks.Length > 0 ? ticks : Linear(low, high, label).Ticks); // there may be no round value in the range
    }

    /// <summary>
    /// A linear axis for values that are close together; a logarithmic one if a linear axis would make small values too small. It is a
    /// little wider than the values.
    /// </summary>
    /// <param name="values">The values that must fit. With a value of 0 or below, or without values, the axis is logarithmic.</param>
    /// <param name="widestLinear">The largest ratio of largest to smallest value for a linear axis.</param>
    public static Axis Fitting(IReadOnlyCollection<double> values, Func<double, string> label, double widestLinear = 5)
    {
        (double low, double high) = (values.DefaultIfEmpty().Min(), values.DefaultIfEmpty().Max());
        if (low <= 0 || high / low > widestLinear)
            return OfRatios(values, label);
        double margin = Math.Max(0.04 * (high - low), 0.01 * high);
        return Linear(low - margin, high + margin, label);
    }

    /// <summary>The name of the axis: what it shows, and whether it is logarithmic.</summary>
    public string Name(string shown) => Logarithmic ? $"{shown}, logarithmic axis" : shown;

    /// <summary>The position of a value: 0 … 100, or outside this range for values outside the axis.</summary>
    public double At(double value) => 100 * (Logarithmic
        ? Math.Log(value / From) / Math.Log(To / From)
        : (value - From) / (To - From));

    // With few decades, there are also ticks at 2 and 5. Five to eight labels fit on a phone.
    private static IEnumerable<double> LogTicks(double low, double high)
    {
        double decades = Math.Log10(high / low);
        double[] mantissas = decades < 0.5 ? [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9] : decades < 1.7 ? [1, 2, 5] : [1];
        int step = Math.Max(1, (int)Math.Ceiling(decades / 7));
        for (int power = (int)Math.Floor(Math.Log10(low)); power <= Math.Ceiling(Math.Log10(high)); power++)
        {
            foreach (double tick in mantissas.Select(m => m * Math.Pow(10, power)).Where(v => v >= low && v <= high && power % step == 0))
                yield return tick;
        }
    }
}
