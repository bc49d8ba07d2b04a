using Results.History;

namespace Results.Gate;

/// <summary>Sorts kept runs into trends.</summary>
public static class HistoryTrends
{
    /// <summary>A trend for each case, regime and series of comparable runs, in the order in which they first appear.</summary>
    /// <param name="renamed">Old ids to new ones (see <see cref="RetiredIds"/>): a renamed case continues under its new name.</param>
    public static IReadOnlyList<CaseTrend> Of(
        IReadOnlyList<HistoryEntry> entries, GateRules rules, IReadOnlyDictionary<string, string> renamed) =>
    [
        .. entries.OrderBy(entry => entry.StartedAt)
            .SelectMany(entry => entry.Cases.Select(one => (entry, one)))
            .GroupBy(
                found => (
                    Case: RetiredIds.NameNow(found.one.Case, renamed),
                    found.one.Regime,
                    Series: RunIdentity.SeriesOf(found.entry.Identity, found.one.Scenario)))
            .Select(group => new CaseTrend(
                group.Key.Case,
                group.Key.Regime,
                RunIdentity.Describe(group.First().entry.Identity),
                [.. group.Select(found => new TrendPoint(found.entry.StartedAt, found.entry.Commit, found.one.MedianNs))],
                TrendChanges.Of([.. group.Select(found => found.one.MedianNs)], rules.Threshold))),
    ];
}
