using System.Globalization;
using System.Text;

namespace Results.Charts;

/// <summary>Numbers and paths as SVG spells them, whatever the culture.</summary>
public static class Svg
{
    /// <summary>At most three decimals.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A place or length along the width.</summary>
    public static string Percent(double value) => value.ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <summary>Where a text stands to its place: towards the middle when it would leave the picture.</summary>
    public static string Anchor(double percent) => percent switch { < 8 => "start", > 92 => "end", _ => "middle" };

    /// <summary>A line from point to point.</summary>
    public static string Line(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach ((double x, double y) in points)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Number(x)).Append(' ').Append(Number(y));
        return path.ToString();
    }

    /// <summary>A line that keeps its height until the next point: what counts over time looks so.</summary>
    public static string Stairs(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach ((double x, double y) in points)
        {
            if (path.Length == 0)
                path.Append('M').Append(Number(x)).Append(' ').Append(Number(y));
            else
                path.Append('H').Append(Number(x)).Append('V').Append(Number(y));
        }

        return path.ToString();
    }
}
