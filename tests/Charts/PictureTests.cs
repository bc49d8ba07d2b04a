using System.Globalization;
using System.Xml.Linq;
using Results.Charts;
using Results.Pages.Report;
using Results.Records;
using Tests.Pages;

namespace Tests.Charts;

public sealed class PictureTests
{
    [Fact]
    public void Each_scenario_has_its_pictures()
    {
        var sample = SampleRun.Standard();
        IReadOnlyList<SectionView> sections = SectionView.Of(sample.Run, sample.Timelines);
        Assert.Equal(
            ["waterfall-baidu.svg", "times-baidu.svg", "waterfall-pokeapi.svg", "times-pokeapi.svg"],
            ReportPicture.Of(sections).Select(p => p.Name));
        Assert.Equal(
            ["times-baidu.svg", "times-pokeapi.svg"], ReportPicture.Of(SectionView.Of(sample.Run, RunTimelines.None)).Select(p => p.Name));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("</svg><script>alert(1)</script> & \"'\u001b\u202E")]
    public void A_picture_is_well_formed_holds_no_script_and_brings_its_ground(string title)
    {
        var sample = SampleRun.Titled(title);
        foreach (ReportPicture picture in ReportPicture.Of(SectionView.Of(sample.Run, sample.Timelines)))
        {
            var elements = XDocument.Parse(picture.Svg).Descendants().ToList();
            Assert.DoesNotContain(elements, e => e.Name.LocalName is "script" or "image" or "foreignObject" or "a");
            Assert.DoesNotContain("url(", picture.Svg, StringComparison.Ordinal);
            Assert.Contains(elements, e => e.Attribute("class")?.Value == "ground");
            Assert.Contains("prefers-color-scheme: dark", picture.Svg, StringComparison.Ordinal);
            Assert.All(elements.Where(e => e.Name.LocalName is "title" or "desc"), e => Assert.NotEqual("", e.Value));
        }
    }

    [Theory]
    [InlineData("waterfall-scaling.svg")]
    [InlineData("times-scaling.svg")]
    public void A_picture_is_as_stored(string name)
    {
        using var culture = new CommaDecimalCulture();
        GoldenFile.Check("pictures", $"pictures/{name}", ReportPicture.Of(Small().Sections).Single(p => p.Name == name).Svg);
    }

    [Theory]
    [InlineData(57e6, 57.2e6, 59e6)]
    [InlineData(5e6, 9e6, 11e6)]
    [InlineData(1e6, 100e6, 180e6)]
    public void Every_mark_lies_within_the_picture_of_times(params double[] iterations)
    {
        RunRecord run = Samples.Run(
            Samples.Case("Few", "SequentialAwait", 1, 58, iterations[0] / 1e6) with { IterationsNs = iterations, Baseline = true },
            Samples.Case("Few", "WhenAll", 1, 58, iterations[0] / 1e6) with { IterationsNs = iterations });
        ReportPicture picture = ReportPicture.Of(SectionView.Of(run, RunTimelines.None)).Single();

        double[] places = [.. XDocument.Parse(picture.Svg).Descendants().Where(
            e => e.Attribute("class")?.Value is "point" or "mark" or "interval")
            .SelectMany(e => e.Attributes()).Where(a => a.Value.EndsWith('%')).Select(
                a => double.Parse(a.Value.TrimEnd('%'), CultureInfo.InvariantCulture))];

        Assert.InRange(places.Length, 2 * (iterations.Length + 2), 2 * (iterations.Length + 4));
        Assert.All(places, place => Assert.InRange(place, 0, 100));
    }

    [Fact]
    public void Markdown_shows_pictures_and_a_timeline_as_stored()
    {
        using var culture = new CommaDecimalCulture();
        (RunRecord run, IReadOnlyList<SectionView> sections) = Small();
        GoldenFile.Check("pictures", "report.md", MarkdownReport.Render(run, sections, ReportPicture.Of(sections)));
    }

    private static (RunRecord Run, IReadOnlyList<SectionView> Sections) Small()
    {
        var sample = SampleRun.Wide(12);
        return (sample.Run, SectionView.Of(sample.Run, sample.Timelines));
    }
}
