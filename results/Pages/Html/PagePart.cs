using Results.Charts;

namespace Results.Pages.Html;

/// <summary>
/// A part of the page below its headline. To add one, write a component with a <see cref="RunView"/> parameter View, and add a row here.
/// </summary>
/// <param name="Id">The anchor.</param>
/// <param name="Component">Draws it.</param>
/// <param name="Applies">Whether a run has data for the part. If not, the part and its navigation entry are left out.</param>
internal sealed record PagePart(string Id, string Title, Type Component, Func<RunView, bool> Applies)
{
    /// <summary>The parts in reading order.</summary>
    public static IReadOnlyList<PagePart> All { get; } =
    [
        new("waterfall", "Waterfall", typeof(WaterfallPart), view => view.Fetching.Any()),
        new("times", "Times", typeof(TimesPart), view => view.Sections.Count > 0),
        new("responses", "Requests", typeof(ResponsesPart), view => view.Fetching.SelectMany(s => s.Cases).Any(c => c.Watched.Count > 0)),
        new(
            "scaling",
            "Scaling",
            typeof(ScalingPart),
            view => view.Sections.Any(s => Scaling.Of(s) is not null || s.Section.Sweeps.Count > 0)),
        new(
            "memory",
            "Memory",
            typeof(MemoryPart),
            view => view.Fetching.Any(s => BarFigure.ClientMemory(s) is not null) || WaitingBytes.Of(view.Companions.Lessons) is not null),
        new("trend", "Trend", typeof(TrendPart), view => view.Companions.Trends.Count > 0),
        new("gate", "Gate", typeof(GatePart), view => view.Companions.Gate is not null),
        new("lessons", "Lessons", typeof(LessonsPart), view => view.Companions.Lessons.Count > 0),
        new("tables", "Tables", typeof(TablesPart), view => view.Sections.Count > 0),
        new("validity", "Validity", typeof(ValidityPart), view => view.Run.Validity.Count > 0),
        new("data", "Raw data", typeof(DataPart), _ => true),
        new("words", "How to read this", typeof(WordsPart), _ => true),
    ];
}
