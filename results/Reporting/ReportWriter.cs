using Results.Records;
using Results.Reporting.Articles;

namespace Results.Reporting;

/// <summary>Draws the pages of a run, whether it was measured just now or long ago.</summary>
public static class ReportWriter
{
    /// <summary>Writes report.md, report.csv and, for a run at the articles' own scale, articles.md; each whole or not at all.</summary>
    /// <returns>The paths of what was written.</returns>
    /// <exception cref="RecordException">A page cannot be written; the old one stays.</exception>
    public static IReadOnlyList<string> Write(RunRecord run, string folder)
    {
        var layout = new RunLayout(folder);
        AtomicFile.Write(layout.ReportMarkdown, MarkdownReport.Render(run));
        AtomicFile.Write(layout.ReportCsv, CsvReport.Render(run));
        if (ArticlesReport.Page(run) is not { } articles)
            return [layout.ReportMarkdown, layout.ReportCsv];
        AtomicFile.Write(layout.ArticlesMarkdown, articles);
        return [layout.ReportMarkdown, layout.ReportCsv, layout.ArticlesMarkdown];
    }
}
