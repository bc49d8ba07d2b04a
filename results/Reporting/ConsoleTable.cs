using Spectre.Console;

namespace Results.Reporting;

/// <summary>Draws a table on a console; columns that do not fit are left out by their rank, since a wrapped row cannot be read.</summary>
internal static class ConsoleTable
{
    private const int Gap = 2;

    public static void Write(IAnsiConsole console, Table table)
    {
        var shown = Fitting(table, console.Profile.Width);
        var drawn = new Spectre.Console.Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (var i in shown)
        {
            var column = new TableColumn(new Text(PlainText.OneLine(table.Columns[i].Header), new Style(decoration: Decoration.Bold)));
            // The first column wraps where nothing more can be left out.
            column.Width = i == 0 ? null : Width(table, i);
            column.Alignment = table.Columns[i].Right ? Justify.Right : Justify.Left;
            column.Padding = new Padding(0, 0, i == shown[^1] ? 0 : Gap, 0);
            drawn.AddColumn(column);
        }

        foreach (var row in table.Rows)
            drawn.AddRow(shown.Select(i => new Text(Cell(row, i))));
        console.Write(drawn);
        foreach (var (note, i) in table.Notes.Select((n, i) => (n, i)))
            console.Write(new Text($"({Figures.Whole(i + 1)}) {PlainText.OneLine(note)}\n"));
    }

    private static string Cell(Row row, int i)
    {
        var text = row.Cells[i] is { } cell ? PlainText.OneLine(cell) : "-";
        return i == 0 && row.Notes.Count > 0 ? $"{text} ({string.Join(',', row.Notes.Select(Figures.Whole))})" : text;
    }

    private static List<int> Fitting(Table table, int width)
    {
        List<int> shown = [.. Enumerable.Range(0, table.Columns.Count)];
        while (shown.Sum(i => Width(table, i) + Gap) - Gap > width)
        {
            // A rank goes as a whole: the article's seconds without the scaled median beside them would mislead.
            var rank = shown.Max(i => table.Columns[i].Rank);
            if (rank == 0)
                break;
            shown.RemoveAll(i => table.Columns[i].Rank == rank);
        }

        return shown;
    }

    // Headers may wrap between words, cells may not.
    private static int Width(Table table, int i) => Math.Max(
        table.Columns[i].Header.Split(' ').Max(word => word.Length),
        table.Rows.Select(row => Cell(row, i).Length).DefaultIfEmpty().Max());
}
