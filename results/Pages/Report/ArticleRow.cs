namespace Results.Pages.Report;

/// <summary>One row of the comparison with an article, and the reason why its figure and ours differ.</summary>
/// <param name="Article">"A" (baidu) or "B" (PokeAPI).</param>
/// <param name="What">The article's variant, in our words.</param>
/// <param name="Why">The reason, without the figures that the table has.</param>
/// <param name="Lesson">The lesson that shows it, 1 to 18.</param>
public sealed record ArticleRow(string Article, string What, string Scenario, string Strategy, string Why, int Lesson);

/// <summary>A statement of an article that has no time, and the result of our measurement.</summary>
/// <param name="Settled">One or two sentences; the figures are the lesson's.</param>
public sealed record ArticleClaim(string Article, string Claim, string Settled, int Lesson);
