using Spectre.Console;

namespace Results.Formatting;

/// <summary>
/// Draws a table on a console, and its bars in the remaining width. Columns that do not fit are left out by their rank, because a wrapped
/// row is not readable.
/// </summary>
internal static class ConsoleTable
{
    private const int Gap = 2;

    // Shorter bars are useless, and longer bars show no more.
    private const int ShortestBar = 10;
    private const int LongestBar = 40;

    public static void Write(IAnsiConsole console, Table table)
    {
        int width = console.Profile.Width;
        List<int> shown = Fitting(table, width, table.Bars is null ? 0 : Gap + ShortestBar);
        int bar = table.Bars is null ? 0 : Math.Min(LongestBar, width - Widths(table, shown) - Gap);
        if (bar < ShortestBar)
            (bar, shown) = (0, Fitting(table, width, 0));

        var drawn = new Spectre.Console.Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (int i in shown)
        {
            // The first column wraps if no more columns can be left out.
            TableColumn column = Column(table.Columns[i].Header, i == 0 ? null : Width(table, i), last: bar == 0 && i == shown[^1]);
            column.Alignment = table.Columns[i].Right ? Justify.Right : Justify.Left;
            drawn.AddColumn(column);
        }

        if (bar > 0)
            drawn.AddColumn(Column(table.Bars!.Scale, bar, last: true));
        foreach ((Row row, int i) in table.Rows.Select((row, i) => (row, i)))
            drawn.AddRow(
                [
                    .. shown.Select(at => new Text(Cell(row, at))),
                    .. bar > 0 ? new[] { new Text(table.Bars!.Of(i, bar), new Style(Color.Green)) } : [],
                ]);
        console.Write(drawn);
        foreach ((string note, int i) in table.Notes.Select((n, i) => (n, i)))
            console.Write(new Text($"({Figures.Whole(i + 1)}) {PlainText.OneLine(note)}\n"));
    }

    private static TableColumn Column(string header, int? width, bool last) =>
        new(new Text(PlainText.OneLine(header), new Style(decoration: Decoration.Bold)))
        {
            Width = width,
            Padding = new Padding(0, 0, last ? 0 : Gap, 0),
        };

    private static string Cell(Row row, int i)
    {
        string text = row.Cells[i] is { } cell ? PlainText.OneLine(cell) : "-";
        return i == 0 && row.Notes.Count > 0 ? $"{text} ({string.Join(',', row.Notes.Select(Figures.Whole))})" : text;
    }

    /// <param name="kept">Width that must stay free, in characters.</param>
    private static List<int> Fitting(Table table, int width, int kept)
    {
        List<int> shown = [.. Enumerable.Range(0, table.Columns.Count)];
        while (Widths(table, shown) + kept > width)
        {
            // All columns of a rank are left out together: the article's seconds without the scaled median would mislead.
            int rank = shown.Max(i => table.Columns[i].Rank);
            if (rank == 0)
                break;
            shown.RemoveAll(i => table.Columns[i].Rank == rank);
        }

        return shown;
    }

    private static int Widths(Table table, List<int> shown) => shown.Sum(i => Width(table, i) + Gap) - Gap;

    // Headers may wrap between words, cells may not.
    private static int Width(Table table, int i) => Math.Max(
        table.Columns[i].Header.Split(' ').Max(word => word.Length),
        table.Rows.Select(row => Cell(row, i).Length).DefaultIfEmpty().Max());
}
