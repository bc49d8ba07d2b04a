using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Benchmarks.Lessons;
using Results.Charts;
using Results.Formatting;
using Results.Gate;
using Results.History;
using Results.Pages;
using Results.Pages.History;
using Results.Pages.Html;
using Results.Records;
using Tests.Pages.Html;

namespace Tests.Pages;

/// <summary>What lies beside run.json is drawn into its page, and nothing else; under a second each.</summary>
public sealed class RunPagesTests : IDisposable
{
    private static readonly string[] s_parts = ["trend", "gate", "lessons"];
    private readonly string _folder = Directory.CreateTempSubdirectory("pages-").FullName;

    private RunLayout Layout => new(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Where_nothing_lies_beside_the_run_there_is_no_heading_for_it()
    {
        IDocument page = Draw(SampleRun.Standard().Run);
        Assert.All(s_parts, part => Assert.Null(page.GetElementById(part)));
        Assert.DoesNotContain(page.QuerySelectorAll("nav a"), link => s_parts.Contains(link.GetAttribute("href")![1..]));
        Assert.DoesNotContain("Task and thread", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_there_is_drawn_with_its_numbers_and_the_same_again()
    {
        RunRecord run = SampleRun.Standard().Run;
        SampleCompanions.Save(run, _folder);
        IDocument page = Draw(run);
        Assert.All(s_parts, part => Assert.NotEmpty(page.QuerySelectorAll($"#{part} figure.chart")));
        Assert.All(page.QuerySelectorAll("figure.chart"), figure =>
        {
            Assert.InRange(figure.QuerySelector("svg[role=img]")!.GetAttribute("aria-label")!.Length, 20, 1000);
            Assert.NotEmpty(figure.QuerySelectorAll("details.numbers tbody tr"));
            Assert.DoesNotContain("NaN", figure.OuterHtml, StringComparison.Ordinal);
        });

        string first = File.ReadAllText(Layout.ReportHtml);
        using var culture = new CommaDecimalCulture();
        RunPages.Write(run, _folder, RetiredIds.None);
        Assert.Equal(first, File.ReadAllText(Layout.ReportHtml));
    }

    [Fact]
    public void The_trend_shows_every_kept_run_of_every_case_and_where_it_changed()
    {
        RunRecord run = SampleRun.Standard().Run;
        SampleCompanions.Save(run, _folder);
        IElement trend = Draw(run).GetElementById("trend")!;
        var rows =
            trend.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray()).ToList();
        Assert.Equal(run.Planned.Count * SampleCompanions.Runs, rows.Count);
        Assert.Equal(rows.Count, trend.QuerySelectorAll("circle.dot").Length - 1); // one in the key
        // Noise may move the place by a run.
        var changes = rows.Where(row => row[5] != "–").ToList();
        Assert.InRange(changes.Count, run.Planned.Count, run.Planned.Count + 1);
        Assert.All(changes, row => Assert.InRange(int.Parse(row[1]), 11, 13));
        Assert.Equal(changes.Count, trend.QuerySelectorAll("line.turn").Length - 1);
    }

    [Fact]
    public void Only_runs_that_may_be_compared_stand_in_the_trend()
    {
        RunRecord run = SampleRun.Standard().Run;
        SampleCompanions.Save(run, _folder);
        Assert.Null(Draw(run with { Profile = "article" }).GetElementById("trend"));
        Assert.Null(Draw(run with { Host = run.Host with { Cpu = "Other" } }).GetElementById("trend"));
    }

    [Fact]
    public void The_gate_shows_what_it_decided_and_decides_nothing()
    {
        RunRecord run = SampleRun.Standard().Run;
        SampleCompanions.Save(run, _folder);
        IElement gate = Draw(run).GetElementById("gate")!;
        GateDecision decision = SampleCompanions.Decision();
        Assert.Contains(decision.Headline, gate.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            decision.Cases.Select(one => (one.Case, one.Verdict.ToString())).Order(),
            gate
                .QuerySelectorAll("tbody tr")
                .Select(row => (row.Children[0].FirstChild!.TextContent.Trim(), row.Children[1].TextContent.Trim()))
                .Order());
        Assert.Equal(decision.Cases.Count(one => one.LogRatio is not null), gate.QuerySelectorAll("g.forest rect.estimate").Length - 1);
        Assert.Contains(decision.Cases, one => one.Verdict == Verdict.Slower);
        Assert.Contains("Slower +", gate.QuerySelector("g.forest.slower text.value")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lesson_shows_prediction_measurement_residual_and_code()
    {
        RunRecord run = SampleRun.Standard().Run;
        SampleCompanions.Save(run, _folder);
        IElement lessons = Draw(run).GetElementById("lessons")!;
        IElement first = lessons.QuerySelector("#lesson-1")!;
        Assert.Contains("1. Waiting is not working", first.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["await-equals-sync", "warm pool", "N · L", "1000 ms", "1020 ms", "+2.0 %", "±10.0 %", "reproduced"],
            first.QuerySelector("tbody tr")!.Children.Select(cell => cell.TextContent.Trim()));
        Assert.Contains("await work.Client.GetAsync(url", first.QuerySelector("pre code")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["the first request", "warm pool", "6.10 ms"],
            first.QuerySelectorAll("table")[1].QuerySelector("tbody tr")!.Children.Select(cell => cell.TextContent.Trim()));
        Assert.Contains("NOT REPRODUCED", lessons.QuerySelector("#lesson-10 summary")!.TextContent, StringComparison.Ordinal);
        Assert.Single(lessons.QuerySelectorAll("circle.missed"));
    }

    [Fact]
    public void Task_and_thread_stand_side_by_side_and_what_was_not_measured_is_left_out()
    {
        RunRecord run = SampleRun.Standard().Run;
        SampleCompanions.Save(run, _folder);
        IElement figure = Draw(run).QuerySelectorAll("#memory figure").Single(f => f.QuerySelector("h4")!.TextContent == "Task and thread");
        Assert.Equal(
            ["a task, resident", "130 B", "a thread, resident", "16.7 KB"],
            figure.QuerySelectorAll("tbody tr").SelectMany(row => row.Children.Take(2)).Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public void The_lesson_about_waiting_has_the_claims_that_the_memory_figure_looks_for()
    {
        string page = File.ReadAllText(LessonPage.FileOf(LessonCatalog.Find(WaitingBytes.Lesson)));
        Assert.All(WaitingBytes.Claims, claim => Assert.Contains($"\n| {claim} | ", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gate.json", "{\"schema\": 99}")]
    [InlineData("gate.json", "{\"schema\": 1, \"cas")]
    [InlineData("lessons.json", "{}")]
    [InlineData("lessons.json", "[null]")]
    [InlineData(
        "lessons.json",
        "[{\"lesson\": 1, \"claim\": \"a\", \"formula\": \"\", \"prediction\": 0, \"measured\": 1, \"unit\": \"\", \"regime\": \"\"}]")]
    [InlineData("lesson-details.json", "{\"schema\": 99}")]
    [InlineData(
        "lesson-details.json", "{\"schema\": 1, \"lessons\": [{\"lesson\": 1, \"title\": \"\", \"question\": \"\", \"growth\": "
            + "[{\"threads\": 0, \"ms\": 1, \"predictedMs\": 1}]}]}")]
    public void A_broken_file_is_told_in_one_line_and_nothing_is_written(string name, string text)
    {
        RunRecord run = SampleRun.Standard().Run;
        SampleCompanions.Save(run, _folder);
        File.WriteAllText(Path.Combine(_folder, name), text);
        RecordException fault = Assert.Throws<RecordException>(() => RunPages.Write(run, _folder, RetiredIds.None));
        Assert.StartsWith(Path.Combine(_folder, name), fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.False(File.Exists(Layout.ReportHtml));
    }

    [Fact]
    public void Of_very_many_kept_runs_the_last_ones_are_drawn_and_the_page_says_so()
    {
        var points =
            Enumerable.Range(0, 250).Select(i => new TrendPoint(DateTimeOffset.UnixEpoch.AddDays(i), null, i < 200 ? 100 : 130)).ToList();
        TrendStrip strip = Assert.Single(
            TrendStrips.Of([new("A.B.C", Regimes.Warm, "", points, [new(60, 100, 90, null), new(200, 90, 130, null)])]));
        Assert.Equal((TrendStrips.MostRuns, 151, 250), (strip.Runs.Count, strip.Runs[0].Number, strip.Runs[^1].Number));
        Assert.Equal([(151, 200, 100.0), (201, 250, 130.0)], strip.Levels.Select(level => (level.First, level.Last, level.MedianNs)));
        Assert.Equal("+44.4 %", strip.Runs[50].Change);
    }

    [Fact]
    public void A_run_from_before_a_rename_shows_the_whole_trend_when_it_is_drawn_again()
    {
        RunRecord run = SampleRun.Standard().Run;
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal) { [run.Cases[0].Case] = "Benchmarks.Macro.Baidu.NewName" };
        SampleCompanions.Save(run, _folder, renamed: renamed);

        RunPages.Write(run, _folder, renamed);

        IElement trend = new HtmlParser().ParseDocument(File.ReadAllText(Layout.ReportHtml)).GetElementById("trend")!;
        Assert.Equal(run.Planned.Count * SampleCompanions.Runs, trend.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("NewName", trend.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_torn_line_of_the_history_is_told_on_the_page()
    {
        RunRecord run = SampleRun.Standard().Run;
        SampleCompanions.Save(run, _folder);
        File.AppendAllText(Layout.History, "{\"schema\": 1, \"star");
        Assert.Contains("history add adds it", Draw(run).GetElementById("trend")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("line 25", Draw(run).GetElementById("trend")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HtmlReportTests.HostileTitles), MemberType = typeof(HtmlReportTests))]
    public void Hostile_text_beside_the_run_shows_as_text(string text)
    {
        RunRecord run = SampleRun.Standard().Run;
        SampleCompanions.Save(run, _folder, text);
        IDocument page = Draw(run);
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img, iframe, object, embed, base, form"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("\u202E", page.GetElementById("lessons")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(PlainText.OneLine(text).Trim(), page.QuerySelector("#lesson-1 h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            PlainText.OneLine(text).Trim(), page.GetElementById("gate")!.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_lessons_code_can_be_taken_from_its_page()
    {
        foreach (ILesson lesson in LessonCatalog.All)
        {
            IReadOnlyList<LessonCode> code = LessonPage.CodeOf(lesson);
            Assert.NotEmpty(code);
            Assert.All(code, region =>
            {
                Assert.EndsWith(".cs", region.File, StringComparison.Ordinal);
                Assert.DoesNotContain("```", region.Text, StringComparison.Ordinal);
                Assert.Contains(region.Text.Split('\n'), line => line.Length > 0 && line[0] != ' ');
            });
        }
    }

    private IDocument Draw(RunRecord run)
    {
        RunPages.Write(run, _folder, RetiredIds.None);
        return new HtmlParser().ParseDocument(File.ReadAllText(Layout.ReportHtml));
    }
}
