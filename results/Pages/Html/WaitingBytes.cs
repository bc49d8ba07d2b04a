using Results.Charts;
using Results.Formatting;
using Results.Records;

namespace Results.Pages.Html;

/// <summary>
/// The memory of one waiting operation, as a task and as a thread, with the article's figures. It comes from the claims of a lesson.
/// </summary>
public static class WaitingBytes
{
    /// <summary>The lesson that measures it.</summary>
    public const int Lesson = 13;

    private static readonly (string Label, string Claim, string? Article)[] s_bars =
    [
        ("a task, resident", "task-resident", "task-against-the-article"),
        ("a thread, resident", "thread-resident", null),
        ("a thread, reserved addresses", "thread-reserved-against-the-article", "thread-reserved-against-the-article"),
    ];

    // Bytes are counted in powers of two, so the ticks are at powers of two.
    private static readonly double[] s_ticks = [.. Enumerable.Range(0, 8).Select(step => 128 * Math.Pow(8, step))];

    /// <summary>The names of the claims.</summary>
    public static IEnumerable<string> Claims =>
        s_bars.SelectMany(bar => new[] { bar.Claim, bar.Article }).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Null unless a task and a thread were both measured.</summary>
    public static BarFigure? Of(IReadOnlyList<LessonView> lessons)
    {
        if (lessons.FirstOrDefault(lesson => lesson.Number == Lesson) is not { } lesson)
            return null;
        Bar[] bars =
        [
            .. s_bars.Select(bar => (bar.Label, Bytes: Find(lesson, bar.Claim)?.Measured, Article: bar.Article is null
                ? null
                : Find(lesson, bar.Article)?.Prediction))
                .Where(bar => bar.Bytes > 0)
                .Select(bar => new Bar(bar.Label, Text(bar.Bytes!.Value), bar.Bytes, bar.Article)),
        ];
        if (bars.Length < 2)
            return null;
        var axis = Axis.OfRatios(bars.SelectMany(bar => new[] { bar.Value, bar.Mark }).OfType<double>().Append(s_ticks[0]), Text);
        return new(
            bars,
            axis with
            {
                Ticks = [.. s_ticks.Where(bytes => bytes >= axis.From && bytes <= axis.To).Select(bytes => new Tick(bytes, Text(bytes)))],
            },
            axis.From,
            "bytes for each waiting operation, logarithmic axis");
    }

    private static LessonClaim? Find(LessonView lesson, string name) =>
        lesson.Claims.FirstOrDefault(claim => claim is { Unit: "bytes" } && claim.Claim == name);

    private static string Text(double bytes) => bytes switch
    {
        >= 1024 * 1024 => $"{Short(bytes / 1024 / 1024)} MB",
        >= 1024 => $"{Short(bytes / 1024)} KB",
        _ => $"{Figures.Brief(Math.Round(bytes))} B",
    };

    private static string Short(double value) => Math.Floor(value).Equals(value) ? Figures.Brief(value)! : Figures.Significant(value)!;
}
