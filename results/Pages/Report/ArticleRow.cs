namespace Results.Pages.Report;

/// <summary>One row of an article's comparison, and what explains the difference between its figure and ours.</summary>
/// <param name="Article">"A" (baidu) or "B" (PokeAPI).</param>
/// <param name="What">The article's variant, in our words.</param>
/// <param name="Why">One or two sentences without figures: these stand in the table.</param>
/// <param name="Lesson">The lesson that shows it, 1 to 18.</param>
public sealed record ArticleRow(string Article, string What, string Scenario, string Strategy, string Why, int Lesson);

/// <summary>Something that an article says without a time, and what a measurement here says of it.</summary>
/// <param name="Settled">One or two sentences; the figures are the lesson's.</param>
public sealed record ArticleClaim(string Article, string Claim, string Settled, int Lesson);
