using Results.Records;

namespace Results.History;

/// <summary>Reads the table of results/HISTORY.md: ids that were retired or renamed.</summary>
public static class RetiredIds
{
    /// <summary>No id was renamed or retired.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private static readonly string[] s_columns = ["old id", "new id", "since commit", "why"];

    /// <summary>Old id to new id, or to an empty text if the benchmark was retired. A file that does not exist retires nothing.</summary>
    /// <exception cref="RecordException">The file cannot be read, or a row does not have the four columns.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        try
        {
            if (!Path.Exists(path))
                return None;
            PlainFile.Require(path);
            return Parse(File.ReadAllLines(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path}: cannot be read ({e.Message}); it must be a file that you may read", e);
        }
    }

    /// <summary>The current name of a case, after any number of renames; the same name if it was not renamed.</summary>
    internal static string NameNow(string id, IReadOnlyDictionary<string, string> retired)
    {
        // Two rows may refer to each other. A chain cannot be longer than the table.
        for (int i = 0; i < retired.Count && retired.TryGetValue(id, out string? next) && next.Length > 0; i++)
            id = next;
        return id;
    }

    internal static IReadOnlyDictionary<string, string> Parse(IReadOnlyList<string> lines, string origin)
    {
        var retired = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < lines.Count; i++)
        {
            if (!lines[i].TrimStart().StartsWith('|') || IsHead(Cells(lines[i])))
                continue;
            string[] cells = Cells(lines[i]);
            if (cells.Length != s_columns.Length || cells[0].Length == 0)
                throw new RecordException(
                    $"{origin}: line {i + 1}: must be a row of {string.Join(", ", s_columns)}, the first not empty; correct the row");
            if (!retired.TryAdd(cells[0], cells[1]))
                throw new RecordException($"{origin}: line {i + 1}: {cells[0]} is in the table twice; keep one row");
        }

        return retired;
    }

    private static bool IsHead(string[] cells) =>
        cells.SequenceEqual(s_columns) || cells.All(cell => cell.Trim('-', ':').Length == 0 && cell.Length > 0);

    private static string[] Cells(string line) =>
        [.. line.Trim()[1..].TrimEnd().TrimEnd('|').Split('|').Select(cell => cell.Trim().Trim('`'))];
}
