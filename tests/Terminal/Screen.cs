using System.Globalization;
using System.Text.RegularExpressions;

namespace Tests.Terminal;

/// <summary>Emulates the parts of a terminal that decide what stays visible: text, line ends, cursor up, and erasing a line.</summary>
internal static partial class Screen
{
    /// <summary>
    /// The lines, without blanks at their ends, after the whole output. A line that is wider than the terminal is an error.
    /// </summary>
    public static string[] After(string written, int width)
    {
        List<char[]> lines = [Blank(width)];
        (int row, int column) = (0, 0);
        foreach (Match part in Part().Matches(written))
        {
            switch (part.Value)
            {
                case "\n":
                    (row, column) = (row + 1, 0);
                    if (row == lines.Count)
                        lines.Add(Blank(width));
                    break;
                case "\r":
                    column = 0;
                    break;
                case ['\u001b', '[', .., 'A']:
                    row -= int.Parse(part.Value[2..^1], CultureInfo.InvariantCulture);
                    break;
                case ['\u001b', '[', .., 'K']:
                    lines[row] = Blank(width);
                    break;
                case ['\u001b', ..]:
                    break; // colours, weight, the window's title, and whether the cursor is visible
                default:
                    lines[row][column++] = part.Value[0];
                    break;
            }
        }

        return [.. lines.Select(line => new string(line).TrimEnd())];
    }

    private static char[] Blank(int width) => [.. Enumerable.Repeat(' ', width)];

    [GeneratedRegex(@"\u001b\[[0-9;?]*[a-zA-Z]|\u001b[=>]|\u001b\][^\a]*\a|[^\u001b]", RegexOptions.Singleline, 1000)]
    private static partial Regex Part();
}
