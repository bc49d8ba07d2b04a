using System.Globalization;
using System.Text;

namespace Results.Charts;

/// <summary>Numbers and paths in SVG syntax, in any culture.</summary>
public static class Svg
{
    /// <summary>At most three decimals.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A position or length along the width.</summary>
    public static string Percent(double value) => value.ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <summary>The anchor of a text at a position, so that the text stays inside the picture.</summary>
    public static string Anchor(double percent) => percent switch { < 8 => "start", > 92 => "end", _ => "middle" };

    /// <summary>A line from point to point.</summary>
    public static string Line(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach ((double x, double y) in points)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Number(x)).Append(' ').Append(Number(y));
        return path.ToString();
    }

    /// <summary>A step line, which keeps its height until the next point.</summary>
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
