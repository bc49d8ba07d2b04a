using Results.Charts;
using Results.Records;

namespace Results.Pages.Html;

/// <summary>What the page is drawn from.</summary>
public sealed record RunView(RunRecord Run, RunTimelines Timelines, IReadOnlyList<SectionView> Sections)
{
    /// <summary>What lies beside the run.</summary>
    public Companions Companions { get; init; } = Companions.None;

    public static RunView Of(RunRecord run, RunTimelines timelines, Companions companions) =>
        new(run, timelines, SectionView.Of(run, timelines)) { Companions = companions };

    /// <summary>The sections that fetch a scenario; the others are micro-benchmarks.</summary>
    public IEnumerable<SectionView> Fetching => Sections.Where(s => s.FetchesScenario);
}
