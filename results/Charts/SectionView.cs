using System.Text.RegularExpressions;
using Results.Formatting;
using Results.Records;
using Results.Summaries;

namespace Results.Charts;

/// <summary>The cases of one table, which are drawn together.</summary>
/// <param name="Slug">Lower case letters, digits and hyphens; unique within a run, because it is used for file names and anchors.</param>
/// <param name="Title">One line of plain text.</param>
public sealed partial record SectionView(string Slug, string Title, Section Section, IReadOnlyList<CaseView> Cases, RunRecord Run)
{
    /// <summary>The sections of a run, in the order of the tables.</summary>
    public static IReadOnlyList<SectionView> Of(RunRecord run, RunTimelines timelines)
    {
        ILookup<(string Case, string Regime), CaseRecord> iterations = run.Cases.ToLookup(c => (c.Case, c.Regime));
        List<SectionView> views = [];
        foreach (Section section in Section.Of(run))
        {
            string slug = SlugOf(section.Cases[0]);
            if (views.Any(v => v.Slug == slug))
                slug += $"-{Figures.Whole(views.Count + 1)}";
            CaseView[] cases =
            [
                .. section.Cases.Select(c => new CaseView(
                    c,
                    LabelOf(c),
                    [.. iterations[(c.Case, c.Regime)].SelectMany(r => r.IterationsNs)],
                    [.. c.Telemetry.Select(timelines.Find).OfType<CaseTimeline>()])),
            ];
            views.Add(new(slug, PlainText.OneLine(section.Heading).Trim(), section, cases, run));
        }

        return views;
    }

    /// <summary>Whether these cases fetch a scenario; micro-benchmarks do not.</summary>
    public bool FetchesScenario => Cases[0].Summary.Scenario.Length > 0;

    /// <summary>The article's time at the scale of this run; null if its number of requests differs, or if it prints none.</summary>
    public double? ArticleNs(CaseView view) => Run.RequestDivisor == 1 ? view.Summary.ArticleSeconds * 1e9 * Run.Scale : null;

    private static string LabelOf(CaseSummary c)
    {
        var name = CaseName.Parse(c.Case);
        bool isNamed = name.Arguments.Contains($"\"{c.Strategy}\"", StringComparison.Ordinal);
        string text = c.Strategy.Length == 0 ? name.Method + name.Arguments
            : isNamed ? c.Strategy
            : c.Strategy + name.Arguments;
        return PlainText.OneLine(text + FailureText.Mark(c));
    }

    private static string SlugOf(CaseSummary first)
    {
        string text = first.Scenario.Length > 0 ? first.Scenario : CaseName.Parse(first.Case).Class;
        string slug = Other().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return slug.Length == 0 ? "cases" : slug[..Math.Min(slug.Length, 60)].Trim('-');
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Other();
}
