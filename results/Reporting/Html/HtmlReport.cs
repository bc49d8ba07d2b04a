using Results.Records;
using Results.Reporting.Charts;

namespace Results.Reporting.Html;

/// <summary>report.html: one file that opens from a disk, asks nobody for anything, and reads without its script.</summary>
public static class HtmlReport
{
    /// <summary>The whole page; the same text for the same record and timelines on every machine.</summary>
    public static string Render(RunRecord run, RunTimelines timelines) =>
        "<!DOCTYPE html>\n" + Rendered.Text<ReportPage>((nameof(ReportPage.View), RunView.Of(run, timelines))) + "\n";
}
