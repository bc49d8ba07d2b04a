using Results.History;
using Results.Records;

namespace Results.Gate;

/// <summary>
/// The part of a machine's history that a run may be compared with: the same cases under their current names, served in the same way.
/// </summary>
public static class RunHistory
{
    /// <summary>
    /// Copies it into the folder of run.json, so that the run's page can always show it. Writes nothing if there is no history.
    /// </summary>
    /// <param name="file">The history of the run's machine; it need not exist.</param>
    /// <param name="renamed">Old ids to new ones (see <see cref="RetiredIds"/>).</param>
    /// <exception cref="RecordException">The history cannot be read.</exception>
    /// <exception cref="NotWrittenException">The copy cannot be written.</exception>
    public static void CopyNextTo(RunRecord run, HistoryFile file, IReadOnlyDictionary<string, string> renamed, RunLayout layout)
    {
        if (File.Exists(file.Path) && Of(run, file.Read().Entries, renamed) is { Count: > 0 } kept)
            AtomicFile.Write(layout.History, string.Concat(kept.Select(entry => HistoryFile.ToLine(entry) + "\n")));
    }

    /// <summary>A trend for each case of the run that was kept in at least two runs.</summary>
    public static IReadOnlyList<CaseTrend> Trends(RunRecord run, IReadOnlyList<HistoryEntry> kept, GateRules rules) =>
        [.. HistoryTrends.Of(Of(run, kept, rules.Retired), rules, rules.Retired).Where(trend => trend.Points.Count > 1)];

    private static List<HistoryEntry> Of(RunRecord run, IReadOnlyList<HistoryEntry> kept, IReadOnlyDictionary<string, string> renamed)
    {
        IReadOnlyDictionary<string, string> identity = RunIdentity.Of(run);
        var cases = run.Cases.Select(one => (RetiredIds.NameNow(one.Case, renamed), one.Regime)).ToHashSet();
        return
        [
            .. kept.Select(entry => entry with
            {
                Cases =
                [
                    .. entry.Cases.Select(one => one with { Case = RetiredIds.NameNow(one.Case, renamed) })
                        .Where(one => cases.Contains((one.Case, one.Regime))
                            && RunIdentity.SeriesOf(entry.Identity, one.Scenario) == RunIdentity.SeriesOf(identity, one.Scenario)),
                ],
            }).Where(entry => entry.Cases.Count > 0),
        ];
    }
}
