namespace Results.Formatting;

/// <summary>
/// The content of every table. Renderers differ only in rows, dividers and escaping. Texts are plain and not escaped here.
/// </summary>
/// <param name="Notes">Footnotes; rows refer to them by number, from 1.</param>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>A bar for each row, in the last column on a console; null for none. Reports with pictures leave them out.</summary>
    public TimeBars? Bars { get; init; }

    /// <summary>Builds a table with one row for each item; equal notes share a number.</summary>
    public static Table Of<T>(IReadOnlyList<T> items, IReadOnlyList<Field<T>> fields, Func<T, IReadOnlyList<string>> notesOf)
    {
        List<string> notes = [.. items.SelectMany(notesOf).Distinct(StringComparer.Ordinal)];
        return new(
            [.. fields.Select(f => f.Column)],
            [.. items.Select(item => new Row(
                [.. fields.Select(f => f.Cell(item))],
                [.. notesOf(item).Select(n => notes.IndexOf(n) + 1).Distinct().Order()]))],
            notes);
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Rank">0 is always shown. A narrow console drops all columns of the highest rank first.</param>
public sealed record Column(string Header, bool Right = true, int Rank = 0);

/// <summary>A row: null is an unknown cell.</summary>
/// <param name="Notes">Numbers of the footnotes that belong to this row.</param>
public sealed record Row(IReadOnlyList<string?> Cells, IReadOnlyList<int> Notes);

/// <summary>A column and the function for its cells.</summary>
public sealed record Field<T>(Column Column, Func<T, string?> Cell);
