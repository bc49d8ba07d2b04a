using Results.Charts;
using Results.Records;

namespace Results.Pages.Html;

/// <summary>report.html: one file that opens from a disk, downloads nothing, and is readable without its script.</summary>
public static class HtmlReport
{
    /// <summary>The page of a run without timelines and companion files.</summary>
    public static string Render(RunRecord run, RunTimelines timelines) => Render(run, timelines, Companions.None);

    /// <summary>The whole page; the same text for the same record, timelines and companions on every machine.</summary>
    public static string Render(RunRecord run, RunTimelines timelines, Companions companions) =>
        "<!DOCTYPE html>\n" + Rendered.Text<ReportPage>((nameof(ReportPage.View), RunView.Of(run, timelines, companions))) + "\n";
}
