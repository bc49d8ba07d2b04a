using Results.Charts;
using Results.Pages.Html;
using Results.Pages.Report;
using Results.Records;

namespace Results.Pages;

/// <summary>Draws the pages of a run.</summary>
public static class ReportWriter
{
    /// <summary>Draws a run from its record and its timelines only.</summary>
    /// <inheritdoc cref="Write(RunRecord, string, Companions, char)"/>
    public static IReadOnlyList<string> Write(RunRecord run, string folder) => Write(run, folder, Companions.None);

    /// <summary>
    /// Writes report.html, report.md with its pictures, report.csv and, for a run at the articles' own scale, articles.md, each completely
    /// or not at all. Requests are drawn if the folder has the timelines of the run.
    /// </summary>
    /// <param name="csvSeparator">See <see cref="CsvReport.Render"/>.</param>
    /// <returns>The paths of the pages.</returns>
    /// <exception cref="RecordException">A timeline is broken, and nothing was written.</exception>
    /// <exception cref="NotWrittenException">A page cannot be written, and the old one stays.</exception>
    public static IReadOnlyList<string> Write(RunRecord run, string folder, Companions companions, char csvSeparator = ',')
    {
        var layout = new RunLayout(folder);
        var timelines = RunTimelines.Load(run, folder);
        IReadOnlyList<SectionView> sections = SectionView.Of(run, timelines);
        IReadOnlyList<ReportPicture> pictures = ReportPicture.Of(sections);
        string html = HtmlReport.Render(run, timelines, companions);
        string markdown = MarkdownReport.Render(run, sections, pictures);

        foreach (ReportPicture picture in pictures)
            AtomicFile.Write(Path.Combine(layout.Pictures, picture.Name), picture.Svg);
        AtomicFile.Write(layout.ReportHtml, html);
        AtomicFile.Write(layout.ReportMarkdown, markdown);
        AtomicFile.Write(layout.ReportCsv, CsvReport.Render(run, csvSeparator));
        if (ArticlesReport.Page(run) is not { } articles)
            return [layout.ReportHtml, layout.ReportMarkdown, layout.ReportCsv];
        AtomicFile.Write(layout.ArticlesMarkdown, articles);
        return [layout.ReportHtml, layout.ReportMarkdown, layout.ReportCsv, layout.ArticlesMarkdown];
    }
}
