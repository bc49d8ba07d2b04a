using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Results.Formatting;
using Results.Pages.Html;
using Results.Records;

namespace Tests.Pages.Html;

public sealed class HtmlReportTests
{
    public static TheoryData<string> HostileTitles =>
    [
        "</h2><script>alert(1)</script>",
        "\"'><img src=x onerror=alert(1)> | `b` **c**",
        "one\ntwo\r\nthree\u001b[31m",
        "مرحبا בעולם \u202Eabc\u2066 right to left",
        "=cmd|' /C calc'!A0",
        new string('x', 300),
    ];

    [Fact]
    public void The_page_asks_nobody_for_anything()
    {
        string page = HtmlReport.Render(SampleRun.Standard().Run, SampleRun.Standard().Timelines);
        IDocument document = Parse(page);
        var addresses = document.All.SelectMany(e => e.Attributes)
            .Where(a => a.Name is "src" or "href" or "srcset" or "action" or "poster" or "data").Select(a => a.Value).ToList();
        Assert.NotEmpty(addresses);
        Assert.All(
            addresses, a => Assert.True(a.StartsWith('#') || a.StartsWith("data:", StringComparison.Ordinal), a[..Math.Min(a.Length, 80)]));
        string style = string.Concat(document.QuerySelectorAll("style").Select(s => s.TextContent));
        Assert.NotEqual("", style);
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        Assert.InRange(page.Length, 100_000, 1_500_000);
    }

    [Fact]
    public void Every_number_of_the_record_stands_in_the_tables()
    {
        using var culture = new CommaDecimalCulture();
        var sample = SampleRun.Standard();
        IDocument document = Page(sample);
        var rows = document
            .QuerySelectorAll("#tables .block > .scroll tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList())
            .ToList();
        var cases = sample.Run.Cases.GroupBy(launch => launch.Case).ToList();
        Assert.Equal(8, cases.Count);
        Assert.Equal(cases.Count, rows.Count);
        foreach ((List<string> row, IGrouping<string, CaseRecord> launches) in rows.Zip(cases))
        {
            Assert.Equal(launches.First().Strategy, row[0]);
            double[] sorted = [.. launches.SelectMany(launch => launch.IterationsNs).Order()];
            Assert.Equal((sorted[4] + sorted[5]) / 2e6, double.Parse(row[3], CultureInfo.InvariantCulture), 0.0051);
        }

        IEnumerable<double> iterations = document.QuerySelectorAll("#times figure").Where(
            f => f.QuerySelector("h4")!.TextContent == "Every iteration")
            .SelectMany(f => f.QuerySelectorAll("tbody tr")).Select(
                r => double.Parse(r.Children[2].TextContent, CultureInfo.InvariantCulture));
        Assert.Equal(cases.SelectMany(launches => launches.SelectMany(launch => launch.IterationsNs)), iterations);
    }

    [Fact]
    public void Every_figure_has_a_title_a_text_alternative_and_its_numbers()
    {
        IDocument document = Page(SampleRun.Standard());
        IHtmlCollection<IElement> figures = document.QuerySelectorAll("figure");
        Assert.InRange(figures.Length, 20, 100);
        foreach (IElement figure in figures)
        {
            Assert.NotEmpty(figure.QuerySelectorAll("svg[role=img]"));
            Assert.All(figure.QuerySelectorAll("svg[role=img]"), svg => Assert.InRange(svg.GetAttribute("aria-label")!.Length, 20, 1000));
            Assert.NotEmpty(figure.QuerySelectorAll("figcaption"));
            Assert.NotEmpty(figure.QuerySelectorAll("details.numbers tbody tr"));
        }

        Assert.All(
            document.QuerySelectorAll("figure, section, .lane"), e => Assert.DoesNotContain("NaN", e.OuterHtml, StringComparison.Ordinal));
    }

    [Fact]
    public void What_says_that_an_axis_is_logarithmic_stands_beside_each_that_is()
    {
        IDocument document = Page(SampleRun.Standard());
        foreach (IElement figure in document
            .QuerySelectorAll("#times figure")
            .Where(f => f.QuerySelector("h4")!.TextContent is "Time per case" or "Speedup"))
            Assert.Contains("logarithmic", figure.QuerySelector("svg .axis-name")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public void A_hostile_title_shows_as_text(string title)
    {
        IDocument document = Page(SampleRun.Titled(title));
        string shown = PlainText.OneLine(title).Trim();
        Assert.Equal(shown, document.QuerySelector(".headline bdi")!.TextContent);
        Assert.Contains($"baidu: {shown}", document.QuerySelectorAll("h3").Select(h => h.TextContent));
        Assert.Equal(shown, document.QuerySelector(".validity li")!.TextContent.Trim());
        Assert.Single(document.QuerySelectorAll("script"));
        Assert.Empty(document.QuerySelectorAll("img, iframe, object, embed, base, form"));
        Assert.DoesNotContain(document.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_page_is_drawn_under_every_culture()
    {
        var sample = SampleRun.Standard();
        string plain = HtmlReport.Render(sample.Run, sample.Timelines);
        using var culture = new CommaDecimalCulture();
        Assert.Equal(plain, HtmlReport.Render(sample.Run, sample.Timelines));
    }

    [Fact]
    public void Ten_thousand_requests_are_thinned_and_the_page_says_so()
    {
        var sample = SampleRun.Wide(10_000);
        string page = HtmlReport.Render(sample.Run, sample.Timelines);
        Assert.InRange(page.Length, 10_000, 1_500_000);
        IDocument document = Parse(page);
        Assert.All(document.QuerySelectorAll(".lane"), lane =>
        {
            Assert.Equal("Thinned: one in 25 of 10000 requests is drawn and listed.", lane.QuerySelector(".thinned")!.TextContent);
            Assert.Equal(400, lane.QuerySelectorAll("tbody tr").Length);
        });
    }

    [Fact]
    public void Without_timelines_the_page_says_where_they_would_be()
    {
        IDocument document = Parse(HtmlReport.Render(SampleRun.Standard().Run, RunTimelines.None));
        Assert.Empty(document.QuerySelectorAll("figure.waterfall"));
        Assert.All(
            document.QuerySelectorAll("#waterfall .block"),
            block => Assert.Contains("telemetry/", block.TextContent, StringComparison.Ordinal));
        Assert.Empty(document.QuerySelectorAll("#responses"));
    }

    [Fact]
    public void The_headline_tells_the_baseline_the_fastest_and_the_article()
    {
        IElement headline = Page(SampleRun.Standard()).QuerySelectorAll(".headline")[1];
        Assert.Contains("150 requests: 886 ms one after another", headline.TextContent, StringComparison.Ordinal);
        Assert.Contains("11.2 ms together", headline.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "The article, with delays 10 times as long, measured 10\u00A0s and 1.54\u00A0s: 6.49 times faster.",
            headline.TextContent,
            StringComparison.Ordinal);
    }

    /// <summary>As where the strategy that was named first, which is the baseline then, is the fast one.</summary>
    [Fact]
    public void Nothing_is_called_faster_than_a_baseline_that_it_is_slower_than()
    {
        var sample = SampleRun.Standard();
        RunRecord slower = sample.Run with
        {
            Cases = [.. sample.Run.Cases.Select(one => one with { Baseline = one.Strategy == "when-all" })],
        };
        Assert.Empty(Parse(HtmlReport.Render(slower, RunTimelines.None)).QuerySelectorAll(".headline"));
    }

    [Fact]
    public void A_run_of_micro_benchmarks_alone_or_of_nothing_is_a_page_too()
    {
        IDocument micro = Parse(
            HtmlReport.Render(Samples.Run(Samples.Micro("A", 1, 2, 3), Samples.Micro("B")) with { Scenarios = [] }, RunTimelines.None));
        Assert.NotEmpty(micro.QuerySelectorAll("#times figure"));
        Assert.Empty(micro.QuerySelectorAll("#waterfall"));
        Assert.NotEmpty(Parse(HtmlReport.Render(Samples.Run() with { Complete = false }, RunTimelines.None)).QuerySelectorAll("#words dt"));
    }

    [Fact]
    public void The_record_can_be_taken_out_of_the_page_again()
    {
        var sample = SampleRun.Standard();
        string link = Page(sample).QuerySelector("a[download='run.json']")!.GetAttribute("href")!;
        string json =
            System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(link[(link.IndexOf(',', StringComparison.Ordinal) + 1)..]));
        Assert.Equal(RunRecordFile.ToJson(sample.Run), json);
    }

    private static IDocument Page(SampleRun sample) => Parse(HtmlReport.Render(sample.Run, sample.Timelines));

    private static IDocument Parse(string page) => new HtmlParser().ParseDocument(page);
}
