using System.Globalization;

namespace BenchGate.Cli;

/// <summary>Parses a duration: a number and s, m or h.</summary>
internal static class TypedDuration
{
    public static bool TryParse(string text, out TimeSpan time)
    {
        double unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        bool ok = double.TryParse(
            text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count)
            && unit > 0 && count * unit is > 0 and <= 86_400;
        time = ok ? TimeSpan.FromSeconds(count * unit) : default;
        return ok;
    }
}
