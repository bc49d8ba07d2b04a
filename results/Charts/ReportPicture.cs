using Microsoft.AspNetCore.Components;
using Results.Formatting;
using Results.Summaries;

namespace Results.Charts;

/// <summary>A figure as its own file, for pages that can only show pictures.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Scenario">The section it belongs to.</param>
/// <param name="Text">What it shows, in words.</param>
/// <param name="Svg">The file: no script, no downloads, its own background in light and dark.</param>
public sealed record ReportPicture(string Name, SectionView Scenario, string Text, string Svg)
{
    /// <summary>
    /// The pictures of a run: for each scenario its times; its waterfall, if there are timelines; and the curve of each strategy that was
    /// measured with several bounds.
    /// </summary>
    public static IReadOnlyList<ReportPicture> Of(IReadOnlyList<SectionView> sections) =>
        [.. sections
            .Where(s => s.FetchesScenario && s.Cases.Count > 1)
            .SelectMany(s => new[] { WaterfallOf(s), TimesOf(s) }.Concat(s.Section.Sweeps.Select((sweep, i) => BoundsOf(s, sweep, i + 1))))
            .OfType<ReportPicture>()];

    private static ReportPicture? WaterfallOf(SectionView section)
    {
        if (Waterfall.RegimesOf(section) is not [var regime, ..] || Waterfall.Of(section, regime) is not { } waterfall)
            return null;
        string text = string.Join(' ', waterfall.Lanes.Select(WaterfallWords.Alternative));
        return new($"waterfall-{section.Slug}.svg", section, text, Draw(
            $"{section.Slug}: every request as a bar over time", text, WaterfallPicture.HeightOf(waterfall), content =>
            {
                content.OpenComponent<WaterfallPicture>(0);
                content.AddComponentParameter(1, nameof(WaterfallPicture.Of), waterfall);
                content.CloseComponent();
            }));
    }

    private static ReportPicture TimesOf(SectionView section)
    {
        string text = string.Join(", ", section.Cases.Select(c => $"{c.Label} {Duration.Text(c.MedianNs) ?? "not measured"}")) + ".";
        return new($"times-{section.Slug}.svg", section, text, Draw(
            $"{section.Slug}: time for one operation", text, TimesChart.HeightOf(section), content =>
            {
                content.OpenComponent<TimesChart>(0);
                content.AddComponentParameter(1, nameof(TimesChart.Section), section);
                content.CloseComponent();
            }));
    }

    private static ReportPicture BoundsOf(SectionView section, BoundSweep sweep, int number)
    {
        LineFigure curve = BoundFigure.Of(sweep);
        string text = $"{sweep.Text} Solid: measured. Dashed: predicted. The rings are the knees.";
        return new($"bounds-{section.Slug}-{Figures.Whole(number)}.svg", section, text, Draw(
            PlainText.OneLine($"{section.Slug}: time of {sweep.Strategy} over its bound"), text, LineChart.Height, content =>
            {
                content.OpenComponent<LineChart>(0);
                content.AddComponentParameter(1, nameof(LineChart.X), curve.X);
                content.AddComponentParameter(2, nameof(LineChart.Y), curve.Y);
                content.AddComponentParameter(3, nameof(LineChart.Lines), curve.Lines);
                content.AddComponentParameter(4, nameof(LineChart.XName), curve.XName);
                content.AddComponentParameter(5, nameof(LineChart.YName), curve.YName);
                content.CloseComponent();
            }));
    }

    /// <summary>A picture's file.</summary>
    /// <param name="text">The text alternative.</param>
    /// <param name="height">Of the content, in pixels.</param>
    /// <param name="style">CSS rules that only this kind of picture needs.</param>
    internal static string Draw(string heading, string text, int height, RenderFragment content, string style = "") =>
        Rendered.Text<Picture>(
            (nameof(Picture.Heading), heading),
            (nameof(Picture.Text), text),
            (nameof(Picture.Height), height),
            (nameof(Picture.Style), style),
            (nameof(Picture.ChildContent), content))
            // These characters remain after PlainText, and XML does not allow them, not even encoded.
            .Replace("&#xFFFE;", " ", StringComparison.Ordinal).Replace("&#xFFFF;", " ", StringComparison.Ordinal) + "\n";
}
