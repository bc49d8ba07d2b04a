namespace Results.Charts;

/// <summary>A mark on an axis.</summary>
public sealed record Tick(double Value, string Label);

/// <summary>Where values lie along a picture that may have any width: in percent of it.</summary>
/// <param name="From">The value at 0 %.</param>
/// <param name="To">The value at 100 %.</param>
public sealed record Axis(double From, double To, bool Logarithmic, IReadOnlyList<Tick> Ticks)
{
    private static readonly double[] s_steps = [1, 2, 2.5, 5, 10];

    /// <summary>An axis of equal steps, cut off exactly at its ends.</summary>
    /// <param name="about">How many ticks are wanted, about.</param>
    public static Axis Linear(double from, double to, Func<double, string> label, int about = 5)
    {
        if (!(to > from))
            to = from + Math.Max(Math.Abs(from), 1);
        double rough = (to - from) / about;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * s_steps.First(s => s * power >= rough * 0.999);
        double first = Math.Ceiling((from / step) - 1e-9);
        int count = (int)Math.Floor((to / step) + 1e-9) - (int)first + 1;
        return new(from, to, false, [.. Enumerable.Range(0, count).Select(i => Math.Round((first + i) * step, 9)).Select(v => new Tick(v, label(v)))]);
    }

    /// <summary>An axis of equal ratios; a little wider than the values, so that marks at the ends are whole.</summary>
    /// <param name="values">What must fit; those that are not above 0 have no place on it.</param>
    public static Axis OfRatios(IEnumerable<double> values, Func<double, string> label)
    {
        double[] shown = [.. values.Where(v => v > 0)];
        (double low, double high) = shown.Length == 0 ? (1, 10) : (shown.Min(), shown.Max());
        double margin = Math.Max(Math.Pow(high / low, 0.04), 1.06);
        (low, high) = (low / margin, high * margin);
        Tick[] ticks = [.. LogTicks(low, high).Select(v => new Tick(v, label(v)))];
        return new(low, high, true, ticks.Length > 0 ? ticks : Linear(low, high, label).Ticks); // between two round values there may be none
    }

    /// <summary>
    /// Of equal steps where the values lie together, of equal ratios where equal steps would squeeze the small ones; a little wider than
    /// they.
    /// </summary>
    /// <param name="values">What must fit. One that is not above 0, or none, has an axis of ratios.</param>
    /// <param name="widestLinear">The ratio of the largest to the smallest up to which steps are equal.</param>
    public static Axis Fitting(IReadOnlyCollection<double> values, Func<double, string> label, double widestLinear = 5)
    {
        (double low, double high) = (values.DefaultIfEmpty().Min(), values.DefaultIfEmpty().Max());
        if (low <= 0 || high / low > widestLinear)
            return OfRatios(values, label);
        double margin = Math.Max(0.04 * (high - low), 0.01 * high);
        return Linear(low - margin, high + margin, label);
    }

    /// <summary>What stands beside the axis: what it shows, and whether its steps are ratios.</summary>
    public string Name(string shown) => Logarithmic ? $"{shown}, logarithmic axis" : shown;

    /// <summary>The place of a value: 0 … 100, beyond that for values outside.</summary>
    public double At(double value) => 100 * (Logarithmic
        ? Math.Log(value / From) / Math.Log(To / From)
        : (value - From) / (To - From));

    // Few decades are divided at 2 and 5, many at their powers alone; five to eight labels fit on a phone.
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
