using System.Globalization;
using System.Text;
using Results.Formatting;
using Results.Records;
using Results.Summaries;

namespace Results.Pages.Report;

/// <summary>The comparison with the two articles: every row of theirs beside ours, and the reason for the difference.</summary>
public static class ArticlesReport
{
    /// <summary>True if the run did the articles' own work at their own scale: anything else beside their figures would mislead.</summary>
    public static bool Covers(RunRecord run) => run is { Scale: 1, RequestDivisor: 1 } && run.Cases.Any(c => c.ArticleSeconds is not null);

    /// <summary>articles.md: the section as a page of its own, under what was run where.</summary>
    /// <returns>Null where <see cref="Covers"/> is false.</returns>
    public static string? Page(RunRecord run) => Covers(run)
        ? "# The two articles, re-told in C#\n\n" + string.Concat(RunHeader.Lines(run).Select(line => $"- {MarkdownText.Escape(line)}\n")) + Markdown(run)
        : null;

    /// <summary>The section of report.md; empty where <see cref="Covers"/> is false.</summary>
    public static string Markdown(RunRecord run)
    {
        if (!Covers(run))
            return "";
        var text = new StringBuilder("\n## The two articles, row by row\n\n");
        text.Append("Theirs: Python's httpx against the real sites. Ours: .NET against an emulated server with the delays that their figures imply. A speedup is against the first row of the same article that has a time.\n\n");
        text.Append(MarkdownTable.Render(Rows(run))).Append('\n').Append(MarkdownTable.Render(Claims));
        return text.ToString();
    }

    private static Table Rows(RunRecord run)
    {
        Dictionary<ArticleRow, double?> ours = Ours(Summary.Of(run));
        return Table.Of(
            ArticleRows.All,
            [
                new(new("article", Right: false), row => row.Article),
                new(new("row", Right: false), row => row.What),
                new(new("theirs (s)"), row => Figures.Brief(row.Seconds)),
                new(new("ours (s)"), row => Figures.Significant(ours[row])),
                new(new("their speedup"), row => Figures.Significant(Baseline(row).Seconds / row.Seconds)),
                new(new("our speedup"), row => row.Seconds is null ? null : Figures.Significant(ours[Baseline(row)] / ours[row])),
                new(new("why they differ, or do not", Right: false), row => row.Why),
                new(new("shown by", Right: false), row => LessonOf(row.Lesson)),
            ],
            _ => []);
    }

    private static Table Claims => Table.Of(
        ArticleRows.Claims,
        [
            new(new("article", Right: false), claim => claim.Article),
            new(new("claim", Right: false), claim => claim.Claim),
            new(new("settled", Right: false), claim => claim.Settled),
            new(new("shown by", Right: false), claim => LessonOf(claim.Lesson)),
        ],
        _ => []);

    private static ArticleRow Baseline(ArticleRow row) => ArticleRows.All.First(other => other.Article == row.Article && other.Seconds is not null);

    private static Dictionary<ArticleRow, double?> Ours(IReadOnlyList<CaseSummary> cases) => ArticleRows.All.ToDictionary(
        row => row,
        row => cases.FirstOrDefault(c => c.Scenario == row.Scenario && c.Strategy == row.Strategy)?.MedianNs / 1e9);

    private static string LessonOf(int number) => string.Create(CultureInfo.InvariantCulture, $"lesson {number}");
}
