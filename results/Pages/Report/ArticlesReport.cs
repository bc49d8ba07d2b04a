using System.Globalization;
using System.Text;
using Results.Formatting;
using Results.Records;
using Results.Summaries;

namespace Results.Pages.Report;

/// <summary>The comparison with the two articles: each of their rows with ours, and the reason for the difference.</summary>
public static class ArticlesReport
{
    /// <summary>True if the run did the articles' own work at their own scale. A comparison of other work would mislead.</summary>
    public static bool Covers(RunRecord run) => run is { Scale: 1, RequestDivisor: 1 } && run.Cases.Any(c => c.ArticleSeconds is not null);

    /// <summary>articles.md: the section as a page of its own, with the header of the run.</summary>
    /// <returns>Null if <see cref="Covers"/> is false.</returns>
    public static string? Page(RunRecord run) => Covers(run)
        ? "# The two articles, re-told in C#\n\n"
            + string.Concat(RunHeader.Lines(run).Select(line => $"- {MarkdownText.Escape(line)}\n"))
            + Markdown(run)
        : null;

    /// <summary>The section of report.md; empty if <see cref="Covers"/> is false.</summary>
    public static string Markdown(RunRecord run)
    {
        if (!Covers(run))
            return "";
        var text = new StringBuilder("\n## The two articles, row by row\n\n");
        text.Append("Theirs: Python's httpx against the real sites. Ours: .NET against an emulated server with the delays that their "
            + "figures imply. A speedup compares a row with the first row of the same article that has a time.\n\n");
        text.Append(MarkdownTable.Render(Rows(run))).Append('\n').Append(MarkdownTable.Render(Claims));
        return text.ToString();
    }

    private static Table Rows(RunRecord run)
    {
        IReadOnlyList<CaseSummary> cases = Summary.Of(run);
        RowTimes[] times = [.. ArticleRows.All.Select(row => RowTimes.Of(row, cases))];
        return Table.Of(
            times,
            [
                new(new("article", Right: false), one => one.Row.Article),
                new(new("row", Right: false), one => one.Row.What),
                new(new("theirs (s)"), one => Figures.Brief(one.Theirs)),
                new(new("ours (s)"), one => Figures.Significant(one.Ours)),
                new(new("their speedup"), one => Figures.Significant(BaselineOf(one).Theirs / one.Theirs)),
                new(new("our speedup"), one => one.Theirs is null ? null : Figures.Significant(BaselineOf(one).Ours / one.Ours)),
                new(new("why they differ, or do not", Right: false), one => one.Row.Why),
                new(new("shown by", Right: false), one => LessonOf(one.Row.Lesson)),
            ],
            _ => []);

        RowTimes BaselineOf(RowTimes one) =>
            times.FirstOrDefault(other => other.Row.Article == one.Row.Article && other.Theirs is not null) ?? one;
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

    private static string LessonOf(int number) => string.Create(CultureInfo.InvariantCulture, $"lesson {number}");

    /// <summary>A row with both times, in seconds; null if the article prints none, or the case was not measured.</summary>
    private sealed record RowTimes(ArticleRow Row, double? Theirs, double? Ours)
    {
        public static RowTimes Of(ArticleRow row, IReadOnlyList<CaseSummary> cases)
        {
            CaseSummary? ours = cases.FirstOrDefault(c => c.Scenario == row.Scenario && c.Strategy == row.Strategy);
            return new(row, ours?.ArticleSeconds, ours?.MedianNs / 1e9);
        }
    }
}
