using Results.Charts;
using Results.Formatting;

namespace Results.Pages.Html;

/// <summary>
/// A scenario in one sentence: its baseline, and the fastest case. If an article measured some of the cases, only these count.
/// </summary>
public sealed record Headline(SectionView Section, CaseView Slow, CaseView Fast)
{
    private static readonly Dictionary<string, string> s_manners = new(StringComparer.Ordinal)
    {
        ["sequential-sync-new-client"] = "one after another, each with a client of its own",
        ["sequential-sync"] = "one after another",
        ["sequential-await"] = "awaited one after another",
        ["when-all"] = "together",
    };

    /// <summary>
    /// Null if no case is faster than a baseline with as many requests, or if requests fail.
    /// </summary>
    public static Headline? Of(SectionView section)
    {
        CaseView? slow = section.Cases.FirstOrDefault(c => c.Summary.Baseline && c.Summary.Failed == 0 && c.MedianNs > 0);
        CaseView? fast = section.Cases.Where(c => c.Summary is { Differs: true, Speedup: > 1 }
            && c.Summary.Requests == slow?.Summary.Requests
            && c.Summary.Regime == slow?.Summary.Regime)
            .OrderByDescending(c => c.Summary.ArticleSeconds is not null).ThenByDescending(c => c.Summary.Speedup).FirstOrDefault();
        return slow is null || fast is null || slow == fast ? null : new(section, slow, fast);
    }

    /// <summary>The scenario's own title, as one line of plain text.</summary>
    public string Title => PlainText.OneLine(Section.Section.Scenario?.Title ?? Slow.Summary.Scenario).Trim();

    public int Requests => Slow.Summary.Requests ?? 0;

    /// <summary>How a case fetches, in words that need no explanation.</summary>
    public static string Manner(CaseView view) => s_manners.GetValueOrDefault(view.Summary.Strategy, $"by {view.Label}");

    /// <summary>What the article measured for the same two; null if it, or this run, did other work.</summary>
    public string? Article =>
        Section.Run.RequestDivisor == 1 && Slow.Summary.ArticleSeconds is { } slow && Fast.Summary.ArticleSeconds is { } fast
            ? $"The article{Scaled} measured {Figures.Brief(slow)}\u00A0s and {Figures.Brief(fast)}\u00A0s: "
                + $"{Figures.Significant(Fast.Summary.ArticleSpeedup)} times faster."
            : null;

    private string Scaled => Section.Run.Scale.Equals(1.0) ? "" : $", with delays {Figures.Brief(1 / Section.Run.Scale)} times as long,";
}
