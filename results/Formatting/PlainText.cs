using System.Globalization;
using System.Text;

namespace Results.Formatting;

/// <summary>Makes one safe line of any text.</summary>
internal static class PlainText
{
    /// <summary>Replaces line ends, control characters (a terminal executes them) and direction overrides by spaces.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text.ReplaceLineEndings(" "))
            line.Append(char.IsControl(c) || IsDirection(c) || IsSeparator(c) ? ' ' : c);
        return line.ToString();
    }

    // U+202A–U+202E and U+2066–U+2069 show the rest of the text in another order.
    private static bool IsDirection(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static bool IsSeparator(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
