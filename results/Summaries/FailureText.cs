using System.Globalization;
using Results.Formatting;

namespace Results.Summaries;

/// <summary>What failed, for people and for spreadsheets.</summary>
internal static class FailureText
{
    /// <summary><c>stall 1, status-503 2</c>, in the order of the names; null where nothing failed.</summary>
    public static string? Of(IReadOnlyDictionary<string, int>? failures) => failures is { Count: > 0 }
        ? string.Join(", ", failures.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value}")))
        : null;

    /// <summary>What stands behind a row's name, so that its time is not taken for that of a success; empty where nothing failed.</summary>
    public static string Mark(CaseSummary c) => c.Failed == 0 ? "" : $" ({Figures.Whole(c.Failed)} failed)";
}
