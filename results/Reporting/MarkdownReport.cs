using System.Text;
using Results.Records;
using Results.Reporting.Articles;

namespace Results.Reporting;

/// <summary>report.md: GitHub flavoured Markdown, the same text for the same record on every machine.</summary>
public static class MarkdownReport
{
    /// <summary>The whole page; lines end in LF.</summary>
    public static string Render(RunRecord run)
    {
        var page = new StringBuilder("# Benchmark report\n\n");
        foreach (var line in RunHeader.Lines(run))
            page.Append("- ").Append(MarkdownText.Escape(line)).Append('\n');
        Warnings(page, run.Warnings);
        foreach (var section in Section.Of(run))
            Append(page, section);
        page.Append(ArticlesReport.Markdown(run));
        page.Append(ValidityReport.Markdown(run.Validity));
        page.Append("\n## How to read this\n\n");
        foreach (var (word, meaning) in HowToRead.Words)
            page.Append("- **").Append(MarkdownText.Escape(word)).Append("**: ").Append(MarkdownText.Escape(meaning)).Append('\n');
        return page.ToString();
    }

    private static void Warnings(StringBuilder page, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
            return;
        page.Append("\n## Warnings\n\n");
        foreach (var warning in warnings)
            page.Append("1. ").Append(MarkdownText.Escape(warning)).Append('\n');
    }

    private static void Append(StringBuilder page, Section section)
    {
        page.Append("\n## ").Append(MarkdownText.Escape(section.Heading)).Append("\n\n");
        if (section.Scenario is { Parameters.Count: > 0 } served)
            Paragraph(page, "Served: " + string.Join(", ", served.Parameters.Select(p => $"{p.Key} {p.Value}")) + ".");
        if (section.Scenario?.Note is { Length: > 0 } note)
            Paragraph(page, "Note: " + note);
        Paragraph(page, section.Baseline is { } baseline
            ? $"Baseline of ratio and speedup: {baseline}."
            : "No baseline was measured among these cases, so there is no ratio and no speedup: run them together with it.");
        page.Append(MarkdownTable.Render(section.Table));
        var watched = OperationTable.Of(section.Cases);
        if (watched.Rows.Count == 0)
            return;
        page.Append("\n<details><summary>One operation of each, request by request</summary>\n\n");
        page.Append(MarkdownTable.Render(watched)).Append("\n</details>\n");
    }

    private static void Paragraph(StringBuilder page, string text) => page.Append(MarkdownText.Escape(text)).Append("\n\n");
}
