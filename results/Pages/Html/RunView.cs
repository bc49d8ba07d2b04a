using Results.Charts;
using Results.Records;

namespace Results.Pages.Html;

/// <summary>The data of the page.</summary>
public sealed record RunView(RunRecord Run, RunTimelines Timelines, IReadOnlyList<SectionView> Sections)
{
    /// <summary>The companion files of the run.</summary>
    public Companions Companions { get; init; } = Companions.None;

    public static RunView Of(RunRecord run, RunTimelines timelines, Companions companions) =>
        new(run, timelines, SectionView.Of(run, timelines)) { Companions = companions };

    /// <summary>The sections that fetch a scenario; the others are micro-benchmarks.</summary>
    public IEnumerable<SectionView> Fetching => Sections.Where(s => s.FetchesScenario);
}
