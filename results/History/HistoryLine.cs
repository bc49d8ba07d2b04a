using Results.Records;

namespace Results.History;

/// <summary>Reads and checks one line of a history file.</summary>
internal static class HistoryLine
{
    private const string Remedy = "restore the line from version control, or remove it";

    /// <exception cref="RecordException">Incomplete, of a newer schema, or with an impossible value.</exception>
    public static HistoryEntry Parse(string line, string origin)
    {
        HistoryEntry entry = VersionedJson.Parse<HistoryEntry>(line, HistoryEntry.CurrentSchema, origin, "line of a history file", Remedy);
        for (int i = 0; i < entry.Cases.Count; i++)
        {
            if (entry.Cases[i] is not { MedianNs: > 0 and <= RecordLimits.Most })
                throw new RecordException($"{origin}: $.cases[{i}].medianNs: must be a finite number above 0 and at most 1E+18; {Remedy}");
            if (!RecordLimits.Allows(entry.Cases[i].IdealNs ?? 0) || !RecordLimits.Allows(entry.Cases[i].AllocatedBytes ?? 0))
                throw new RecordException(
                    $"{origin}: $.cases[{i}]: idealNs and allocatedBytes must be {RecordLimits.Allowed}; {Remedy}");
            if (!Regimes.IsKnown(entry.Cases[i].Regime))
                throw new RecordException($"{origin}: $.cases[{i}].regime: {Regimes.Allowed}; {Remedy}");
        }

        return DoubledRecords.Twice(entry.Cases, one => $"{one.Case} ({one.Regime})", "$.cases") is { } twice
            ? throw new RecordException($"{origin}: {twice}; {Remedy}")
            : entry;
    }
}
