using Results.Formatting;
using Results.Gate;
using Results.History;
using Results.Pages.Gate;
using Results.Pages.History;
using Results.Pages.Html;
using Results.Records;

namespace Results.Pages;

/// <summary>
/// Optional files in the folder of a run.json, for its page: history.jsonl (from <c>run</c> and <c>history add</c>), gate.json (from
/// <c>gate</c>), lessons.json and lesson-details.json (from <c>lessons --check</c>). The page leaves out a part whose file is missing.
/// </summary>
public static class CompanionFiles
{
    /// <summary>Reads the files that exist.</summary>
    /// <param name="renamed">Old ids to new ones (see <see cref="RetiredIds"/>): the history may have the cases of an old
    /// run under their new names.</param>
    /// <exception cref="RecordException">A file is broken; the message says which, and what to do.</exception>
    public static Companions Load(RunRecord run, string folder, IReadOnlyDictionary<string, string> renamed)
    {
        var layout = new RunLayout(folder);
        (IReadOnlyList<HistoryEntry> entries, IReadOnlyList<string> skipped) = File.Exists(layout.History)
            ? new HistoryFile(layout.History).Read()
            : ([], []);
        IReadOnlyList<CaseTrend> trends = RunHistory.Trends(run, entries, new GateRules { Retired = renamed });
        return new()
        {
            Trends = TrendStrips.Of(trends),
            TrendSeries = trends.Count > 0 ? trends[0].Series : "",
            TrendNotes = [.. skipped, .. NotesOf(run, entries, trends)],
            Gate = File.Exists(layout.GateJson) ? GateViews.Of(GateDecisionFile.Load(layout.GateJson)) : null,
            Lessons = File.Exists(layout.LessonsJson)
                ? LessonView.Of(
                    LessonFile.Load(layout.LessonsJson),
                    File.Exists(layout.LessonDetailsJson) ? LessonDetailsFile.Load(layout.LessonDetailsJson).Lessons : [])
                : [],
        };
    }

    private static IEnumerable<string> NotesOf(RunRecord run, IReadOnlyList<HistoryEntry> entries, IReadOnlyList<CaseTrend> trends)
    {
        if (!entries.Any(entry => entry.StartedAt == run.StartedAt))
            yield return "The history does not contain this run. history add adds it.";
        if (trends.Any(trend => trend.Points.Count > TrendStrips.MostRuns))
            yield return $"Only the last {Figures.Whole(TrendStrips.MostRuns)} kept runs are shown.";
    }
}
