using System.Globalization;

namespace Results.Formatting;

/// <summary>Formats figures without a unit for people; null stays null.</summary>
public static class Figures
{
    /// <summary>Three significant digits, never an exponent: 0.00690, 1.00, 145, 1660.</summary>
    public static string? Significant(double? value)
    {
        if (value is not { } v)
            return null;
        if (v == 0)
            return "0";
        // Round first: 9.996 has one digit before the point, 10.0 has two.
        double magnitude = Math.Floor(Math.Log10(Math.Abs(v)));
        double rounded = Math.Abs(v) * Math.Pow(10, 2 - magnitude) >= 999.5 ? magnitude + 1 : magnitude;
        return Fixed(v, (int)Math.Clamp(2 - rounded, 0, 12));
    }

    /// <summary>Three decimals. A value above 1 is never rounded to 1.</summary>
    public static string? Efficiency(double? value) => value switch
    {
        null => null,
        > 1 and < 1.0005 => "> 1.000",
        _ => Fixed(value.Value, 3),
    };

    public static string Fixed(double value, int decimals) =>
        value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>At most three decimals, without trailing zeros: for given figures, not for measured ones.</summary>
    public static string? Brief(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that parses to the same number.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
