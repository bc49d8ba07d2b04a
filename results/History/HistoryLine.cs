using Results.Records;

namespace Results.History;

/// <summary>One line of a history file, and every doubt about it.</summary>
internal static class HistoryLine
{
    private const string Remedy = "restore the line from version control, or remove it";

    /// <exception cref="RecordException">Torn, of a newer schema, or with a value that cannot be.</exception>
    public static HistoryEntry Parse(string line, string origin)
    {
        HistoryEntry entry = VersionedJson.Parse<HistoryEntry>(line, HistoryEntry.CurrentSchema, origin, "line of a history file", Remedy);
        for (int i = 0; i < entry.Cases.Count; i++)
        {
            if (entry.Cases[i] is not { MedianNs: > 0 and < double.PositiveInfinity })
                throw new RecordException($"{origin}: $.cases[{i}].medianNs: must be a finite number above 0; {Remedy}");
            if (!Regimes.IsKnown(entry.Cases[i].Regime))
                throw new RecordException($"{origin}: $.cases[{i}].regime: {Regimes.Allowed}; {Remedy}");
        }

        return entry;
    }
}
