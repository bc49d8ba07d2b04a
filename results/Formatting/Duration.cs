namespace Results.Formatting;

/// <summary>A time with its unit, for headlines and labels: 933 ms, 15.4 ms, 1.79 s.</summary>
public static class Duration
{
    private static readonly (string Symbol, double Nanoseconds)[] s_units = [("s", 1e9), ("ms", 1e6), ("µs", 1e3), ("ns", 1)];

    /// <summary>Three significant digits; null stays null.</summary>
    public static string? Text(double? nanoseconds) => nanoseconds is { } ns ? In(ns, v => Figures.Significant(v)!) : null;

    /// <summary>For ticks and given figures: no more digits than needed.</summary>
    public static string Brief(double nanoseconds) => nanoseconds == 0 ? "0" : In(nanoseconds, v => Figures.Brief(v)!);

    private static string In(double nanoseconds, Func<double, string> text)
    {
        // 999.6 ms with three digits is 1.00 s.
        (string Symbol, double Nanoseconds) unit =
            Array.Find(s_units, u => Math.Abs(nanoseconds) >= u.Nanoseconds * 0.9995) is { Symbol: not null } found ? found : s_units[^1];
        return $"{text(nanoseconds / unit.Nanoseconds)} {unit.Symbol}";
    }
}
