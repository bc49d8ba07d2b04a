using System.Text;
using Results.Charts;
using Results.Formatting;
using Results.Records;
using Results.Summaries;

namespace Results.Pages.Report;

/// <summary>report.md: GitHub flavoured Markdown, the same text for the same record on every machine.</summary>
public static class MarkdownReport
{
    /// <summary>The whole page without pictures; lines end in LF.</summary>
    public static string Render(RunRecord run) => Render(run, SectionView.Of(run, RunTimelines.None), []);

    /// <summary>The whole page; lines end in LF.</summary>
    /// <param name="sections">The run's own.</param>
    /// <param name="pictures">Those in the folder "pictures" of the run.</param>
    public static string Render(RunRecord run, IReadOnlyList<SectionView> sections, IReadOnlyList<ReportPicture> pictures)
    {
        var page = new StringBuilder("# Benchmark report\n\n");
        foreach (string line in RunHeader.Lines(run))
            page.Append("- ").Append(MarkdownText.Escape(line)).Append('\n');
        Warnings(page, run.Warnings);
        foreach (SectionView section in sections)
        {
            Append(page, section.Section);
            Append(page, section, pictures);
            Append(page, section.Section.Sweeps);
        }

        page.Append(ArticlesReport.Markdown(run));
        page.Append(ValidityReport.Markdown(run.Validity));
        page.Append("\n## How to read this\n\n");
        foreach ((string word, string meaning) in HowToRead.Words)
            page.Append("- **").Append(MarkdownText.Escape(word)).Append("**: ").Append(MarkdownText.Escape(meaning)).Append('\n');
        return page.ToString();
    }

    private static void Warnings(StringBuilder page, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
            return;
        page.Append("\n## Warnings\n\n");
        foreach (string warning in warnings)
            page.Append("1. ").Append(MarkdownText.Escape(warning)).Append('\n');
    }

    private static void Append(StringBuilder page, Section section)
    {
        page.Append("\n## ").Append(MarkdownText.Escape(section.Heading)).Append("\n\n");
        if (section.Served is { } served)
            Paragraph(page, served);
        if (section.Scenario?.Note is { Length: > 0 } note)
            Paragraph(page, "Note: " + note);
        Paragraph(page, section.Baseline is { } baseline
            ? $"Baseline of ratio and speedup: {baseline}."
            : "These cases have no baseline in this run, so there is no ratio and no speedup.");
        page.Append(MarkdownTable.Render(section.Table));
        Table watched = OperationTable.Of(section.Cases);
        if (watched.Rows.Count == 0)
            return;
        page.Append("\n<details><summary>One operation of each, request by request</summary>\n\n");
        page.Append(MarkdownTable.Render(watched)).Append("\n</details>\n");
    }

    private static void Append(StringBuilder page, SectionView section, IReadOnlyList<ReportPicture> pictures)
    {
        foreach (ReportPicture picture in pictures.Where(p => p.Scenario.Slug == section.Slug))
            page.Append("\n![").Append(MarkdownText.Escape(picture.Text)).Append("](pictures/").Append(picture.Name).Append(")\n");
        if (MermaidTimeline.Of(section) is { Length: > 0 } timeline)
            page.Append("\n<details><summary>The first requests, one by one</summary>\n\n").Append(timeline).Append("\n</details>\n");
    }

    private static void Append(StringBuilder page, IReadOnlyList<BoundSweep> sweeps)
    {
        foreach (BoundSweep sweep in sweeps)
        {
            page.Append("\n### ").Append(MarkdownText.Escape(PlainText.OneLine($"The bound of {sweep.Strategy}"))).Append("\n\n");
            Paragraph(page, sweep.Text);
            page.Append(MarkdownTable.Render(sweep.Table));
        }
    }

    private static void Paragraph(StringBuilder page, string text) => page.Append(MarkdownText.Escape(text)).Append("\n\n");
}
