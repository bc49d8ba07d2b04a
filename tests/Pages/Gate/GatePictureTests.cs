using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Results.Charts;
using Results.Formatting;
using Results.Gate;
using Results.Pages.Gate;
using Tests.Gate;
using Tests.Pages.Html;

namespace Tests.Pages.Gate;

/// <summary>The forest plot of a gate; some milliseconds each.</summary>
public sealed class GatePictureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private GateLayout Layout => new(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_gate_that_is_begun_leaves_no_verdict_of_an_earlier_one()
    {
        GateWriter.Write(SampleCompanions.Decision(), _folder.FullName);
        File.WriteAllText(Path.Combine(_folder.FullName, "gate-run.json"), "launches");

        GateWriter.Clear(_folder.FullName);

        Assert.Equal(["gate-run.json"], Directory.EnumerateFiles(_folder.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void The_page_shows_the_picture_that_lies_beside_it_and_says_it_in_words()
    {
        using var culture = new CommaDecimalCulture();
        GateWriter.Write(SampleCompanions.Decision(), _folder.FullName);
        Assert.Contains("](gate.svg)", File.ReadAllText(Layout.Markdown), StringComparison.Ordinal);
        Assert.Contains("PokeApi.WhenAll: Slower +", File.ReadAllText(Layout.Markdown), StringComparison.Ordinal);
        var picture = XDocument.Parse(File.ReadAllText(Layout.Picture));
        Assert.DoesNotContain(picture.Descendants(), e => e.Name.LocalName is "script" or "image" or "foreignObject" or "a");
        Assert.Equal(3 + 1, Marks(picture)); // one in the key
    }

    [Fact]
    public void Where_nothing_was_compared_there_is_no_picture_and_none_stays_from_before()
    {
        GateWriter.Write(SampleCompanions.Decision(), _folder.FullName);
        GateWriter.Write(PairedGate.Decide(GateSamples.Run(), new GateRules()), _folder.FullName);
        Assert.False(File.Exists(Layout.Picture));
        Assert.DoesNotContain("gate.svg", File.ReadAllText(Layout.Markdown), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mark_lies_inside_the_axis_and_a_slow_down_to_the_right_of_one()
    {
        foreach (double factor in new[] { 0.2, 0.95, 1, 1.3, 9 })
        {
            Forest forest = GateForest.Of(PairedGate.Decide(GateSamples.Standard(factor), new GateRules()));
            double even = forest.Axis.At(1);
            Assert.InRange(even, 0, 100);
            Assert.All(forest.Rows, row =>
            {
                Assert.All(row.Shown, ratio => Assert.InRange(forest.Axis.At(ratio), 0, 100));
                Assert.InRange(row.Ratio!.Value, factor * 0.95, factor * 1.05);
                Assert.InRange(row.Ratio.Value, row.Interval!.Value.Lower, row.Interval.Value.Upper);
            });
            Assert.InRange(forest.Axis.Ticks.Count, 2, 12);
        }
    }

    [Theory]
    [MemberData(nameof(HtmlReportTests.HostileTitles), MemberType = typeof(HtmlReportTests))]
    [InlineData("\u001b\u202E\uFFFF</svg><script>alert(1)</script>")]
    public void A_hostile_name_is_text_in_every_page(string text)
    {
        GateDecision decision = SampleCompanions.Decision($"Evil.Case(x: \"{text}\")") with { Base = text };
        GateWriter.Write(decision, _folder.FullName);

        Assert.DoesNotContain(XDocument.Load(Layout.Picture).Descendants(), e => e.Name.LocalName == "script");
        string kept = PlainText.OneLine(text).Replace("\uFFFF", "", StringComparison.Ordinal);
        IEnumerable<string> names = XDocument.Load(Layout.JUnit).Descendants("testcase").Select(test => test.Attribute("name")!.Value);
        Assert.Contains($"Case(x: \"{kept}\")", names);
        // The parser takes U+FFFF for the end of the file.
        string markdown = File.ReadAllText(Layout.Markdown).Replace("\uFFFF", "", StringComparison.Ordinal);
        IHtmlDocument page =
            new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build()));
        Assert.Empty(page.QuerySelectorAll("script, h2 + h2, td td"));
        Assert.Equal("gate.svg", Assert.Single(page.QuerySelectorAll("img")).GetAttribute("src"));
        Assert.Equal($"base: {kept}".Trim(), page.QuerySelector("li")!.TextContent);
    }

    private static int Marks(XDocument picture) => picture.Descendants().Count(e => e.Attribute("class")?.Value == "estimate");
}
