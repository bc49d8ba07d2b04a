using Results.Pages.Report;
using Results.Records;

namespace Tests.Pages.Report;

public sealed class ArticlesReportTests
{
    private static RunRecord Article { get; } = Samples.Standard() with { Profile = "article", Scale = 1 };

    [Fact]
    public void Only_a_run_at_the_articles_own_scale_is_set_beside_them()
    {
        Assert.Contains("row by row", ArticlesReport.Markdown(Article), StringComparison.Ordinal);
        Assert.Equal("", ArticlesReport.Markdown(Article with { Scale = 0.1 }));
        Assert.Null(ArticlesReport.Page(Article with { RequestDivisor = 10 }));
    }

    [Fact]
    public void Every_row_of_both_articles_has_their_figure_ours_and_a_lesson()
    {
        string page = ArticlesReport.Page(Article)!;

        Assert.All(ArticleRows.All, row => Assert.Contains($"| {row.Article} | {row.What} |", page, StringComparison.Ordinal));
        Assert.All(ArticleRows.Claims, claim => Assert.Contains(claim.Claim, page, StringComparison.Ordinal));
        Assert.All(
            ArticleRows.All.Select(row => row.Lesson).Concat(ArticleRows.Claims.Select(claim => claim.Lesson)),
            lesson => Assert.InRange(lesson, 1, 18));
    }

    [Fact]
    public void A_row_that_was_not_measured_stays_and_says_so()
    {
        string page = ArticlesReport.Page(Article with { Cases = [.. Article.Cases.Where(c => c.Strategy != "single")] })!;

        Assert.Contains("| B | one request, number 151 | – | – | – | – |", page, StringComparison.Ordinal);
    }
}
