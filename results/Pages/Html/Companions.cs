using Results.Charts;
using Results.Formatting;
using Results.Records;

namespace Results.Pages.Html;

/// <summary>What the page shows in addition to the run. A part is empty if the folder has no file for it.</summary>
public sealed record Companions
{
    /// <summary>Only the run.</summary>
    public static Companions None { get; } = new();

    /// <summary>The run's cases over the kept runs of its machine.</summary>
    public IReadOnlyList<TrendStrip> Trends { get; init; } = [];

    /// <summary>What the runs of the trends have in common.</summary>
    public string TrendSeries { get; init; } = "";

    /// <summary>Notes on the trends, such as a line that could not be read.</summary>
    public IReadOnlyList<string> TrendNotes { get; init; } = [];

    /// <summary>Null if no gate has judged this run's source.</summary>
    public GateView? Gate { get; init; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<LessonView> Lessons { get; init; } = [];
}

/// <summary>A gate's decision, ready to draw.</summary>
/// <param name="Headline">The verdict on the run, one sentence.</param>
/// <param name="Facts">Base, head, method and notes; a line each.</param>
public sealed record GateView(string Headline, IReadOnlyList<string> Facts, Forest Forest);

/// <summary>A lesson with all its results.</summary>
/// <param name="Claims">At least one.</param>
/// <param name="Detail">Null if only the claims were kept.</param>
public sealed record LessonView(int Number, IReadOnlyList<LessonClaim> Claims, LessonDetail? Detail)
{
    /// <summary>Number and title.</summary>
    public string Title => $"{Figures.Whole(Number)}. {PlainText.OneLine(Detail?.Title ?? "Lesson").Trim()}";

    /// <summary>Makes lessons of their stored claims and details.</summary>
    public static IReadOnlyList<LessonView> Of(IReadOnlyList<LessonClaim> claims, IReadOnlyList<LessonDetail> details) =>
        [.. claims
            .GroupBy(claim => claim.Lesson)
            .OrderBy(lesson => lesson.Key)
            .Select(lesson => new LessonView(lesson.Key, [.. lesson], details.FirstOrDefault(detail => detail.Lesson == lesson.Key)))];
}
