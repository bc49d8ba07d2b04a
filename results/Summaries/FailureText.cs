using System.Globalization;
using Results.Formatting;

namespace Results.Summaries;

/// <summary>Describes the failures, for people and for spreadsheets.</summary>
internal static class FailureText
{
    /// <summary><c>stall 1, status-503 2</c>, in the order of the names; null if nothing failed.</summary>
    public static string? Of(IReadOnlyDictionary<string, int>? failures) => failures is { Count: > 0 }
        ? string.Join(", ", failures
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value}")))
        : null;

    /// <summary>The text after a row's name, so that nobody takes its time for that of a success; empty if nothing failed.</summary>
    public static string Mark(CaseSummary c) => c.Failed == 0 ? "" : $" ({Figures.Whole(c.Failed)} failed)";
}
