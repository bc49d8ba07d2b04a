using System.Text;

namespace Results.Formatting;

/// <summary>Draws a table in GitHub flavoured Markdown, its footnotes as a numbered list below.</summary>
public static class MarkdownTable
{
    public static string Render(Table table)
    {
        var text = new StringBuilder();
        Line(text, table.Columns.Select(c => MarkdownText.Escape(c.Header)));
        Line(text, table.Columns.Select(c => c.Right ? "---:" : ":---"));
        foreach (Row row in table.Rows)
            Line(text, row.Cells.Select((cell, i) => Cell(cell) + (i == 0 ? Marks(row.Notes) : "")));
        if (table.Notes.Count > 0)
            text.Append('\n');
        foreach ((string note, int i) in table.Notes.Select((n, i) => (n, i)))
            text.Append(Figures.Whole(i + 1)).Append(". ").Append(MarkdownText.Escape(note)).Append('\n');
        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Cell(string? cell) => cell is null ? "–" : MarkdownText.Escape(cell);

    private static string Marks(IReadOnlyList<int> notes) =>
        notes.Count == 0 ? "" : $" <sup>{string.Join(' ', notes.Select(Figures.Whole))}</sup>";
}
