using System.Text;

namespace Results.Formatting;

/// <summary>Escapes any text for GitHub flavoured Markdown.</summary>
internal static class MarkdownText
{
    // $ starts a formula on GitHub, & an entity. @ has no meaning in Markdown.
    private const string Special = "\\`*_{}[]<>#|~&!$";

    /// <summary>One line without markup, HTML, links or table breaks.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in PlainText.OneLine(text).Trim())
        {
            if (Special.Contains(c, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(c);
        }

        if (ListMark(escaped) is { } mark)
            escaped.Insert(mark, '\\');

        // GitHub makes a link of an address. An escaped one stays text.
        return escaped.ToString()
            .Replace("://", "\\://", StringComparison.Ordinal)
            .Replace("www.", "www\\.", StringComparison.OrdinalIgnoreCase);
    }

    // "- x", "+ x", "---" and "1. x" are syntax at the beginning of a line.
    private static int? ListMark(StringBuilder text)
    {
        int at = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        if (at == text.Length)
            return null;
        bool marks = at == 0 ? text[0] is '-' or '+' : text[at] is '.' or ')' && (at + 1 == text.Length || text[at + 1] == ' ');
        return marks ? at : null;
    }
}
