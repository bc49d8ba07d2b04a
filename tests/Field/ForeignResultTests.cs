using Results.Records;
using Tests.Cli;
using Tests.Measurement;
using Tests.Pages;
using Sample = Tests.Field.BenchmarkDotNetSample;

namespace Tests.Field;

/// <summary>Results of other tools: BenchmarkDotNet's own JSON is read, and all others are named.</summary>
[Collection(ProcessStateScope.Collection)] // one test measures
public sealed class ForeignResultTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();
    private readonly FieldFolder _folder = new();

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_report_is_drawn_of_it_and_says_what_is_missing()
    {
        string file = _folder.Write("MyApp.Parsing-report-full.json", Sample.Full());

        Typed report = await Typed.RunAsync("report", file);

        Assert.Equal((0, ""), (report.Exit, report.Error));
        Assert.Contains("missing: MyApp.Parsing.Fails", report.Output, StringComparison.Ordinal);
        string page = File.ReadAllText(_folder.In("report.md"));
        Assert.Contains("AMD Ryzen 9 7950X, 32 cores", page.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("2026-01-02 03:04 UTC", page.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("It does not record the source, the profile, scenarios, ideals and the baseline", page, StringComparison.Ordinal);
        Assert.DoesNotContain("articles", page.Split("## How to read this")[0], StringComparison.Ordinal);
        string row = File.ReadAllLines(_folder.In("report.csv"))[1];
        // iterations, mean, median; two launches
        Assert.StartsWith("MyApp.Parsing.Parse(N: 10),,,warm pool,not recorded,1,,4,100.375,100.25,", row, StringComparison.Ordinal);
        RunRecord run = RunRecordFile.LoadAny(file);
        Assert.Equal([(1, "100.5 101.25"), (2, "99.75 100")], run.Cases.Select(one => (one.Launch, string.Join(' ', one.IterationsNs))));
        Assert.All(run.Cases, one => Assert.Equal(96, one.AllocatedBytes));
    }

    [Fact]
    public async Task Two_of_them_are_compared_and_one_of_them_with_a_run_is_not()
    {
        string before = _folder.Write("before.json", Sample.Full(failed: false)), ours = _folder.Save("ours").RunJson;

        Typed same = await GateAsync(before, _folder.Write("after.json", Sample.Full(first: 100501, failed: false)));
        Assert.Equal((0, ""), (same.Exit, same.Error));
        Assert.Contains("before.json: Read from BenchmarkDotNet's JSON", same.Output, StringComparison.Ordinal);

        Typed grown = await GateAsync(before, _folder.Write("more.json", Sample.Full(bytes: 960, failed: false)));
        Assert.Equal(1, grown.Exit);
        Assert.Contains("allocated", grown.Output, StringComparison.Ordinal);

        string other = Sample.Full(first: 100501).Replace("Parse(N: 10)", "Renamed", StringComparison.Ordinal);
        Assert.Equal(1, (await GateAsync(before, _folder.Write("other.json", other))).Exit);
        Assert.Equal(3, (await GateAsync(ours, before)).Exit);
        (await Typed.RunAsync("history", "add", before, "--history", _folder.History))
            .IsRefused("is BenchmarkDotNet's JSON, which only report and gate --reference read");
    }

    [Fact]
    public void A_shorter_form_has_one_launch_and_several_jobs_are_several_cases()
    {
        string text = Sample.Full();
        int from = text.IndexOf("\"Measurements\"", StringComparison.Ordinal), to = text.IndexOf("\"Metrics\"", StringComparison.Ordinal);
        RunRecord brief = RunRecordFile.LoadAny(_folder.Write("brief.json", text[..from] + text[to..]));
        Assert.Equal([100.5, 101.25, 99.75, 100], Assert.Single(brief.Cases).IterationsNs);
        Assert.Contains(brief.Warnings, warning => warning.StartsWith("This JSON has no single measurements", StringComparison.Ordinal));

        string twice = Sample.Full().Replace("MyApp.Parsing.Parse(N: 10)", "MyApp.Parsing.Fails", StringComparison.Ordinal);
        Assert.Equal(
            ["MyApp.Parsing.Fails [Job-ABC(LaunchCount=2) [N=10]]", "MyApp.Parsing.Fails [DefaultJob]"],
            RunRecordFile.LoadAny(_folder.Write("jobs.json", twice)).Planned);
    }

    [Theory]
    [InlineData("\"Nanoseconds\":100500", "\"Nanoseconds\":-1", "$.Benchmarks[0]: must have a FullName, and times")]
    [InlineData("\"Nanoseconds\":100500", "\"Nanoseconds\":1e300", "$.Benchmarks[0]")]
    [InlineData("\"Operations\":1000, \"Nanoseconds\":100500", "\"Operations\":0, \"Nanoseconds\":0", "$.Benchmarks[0]")]
    [InlineData("\"FullName\":\"MyApp.Parsing.Fails\"", "\"FullName\":\"\"", "$.Benchmarks[1]")]
    [InlineData("\"FullName\":\"MyApp.Parsing.Fails\"", "\"FullName\":null", "$.Benchmarks[1].FullName")]
    [InlineData("\"Benchmarks\":[", "\"Benchmarks\":[null,", "$.Benchmarks[0]")]
    [InlineData("\"Metrics\"", "\"Metrics", "name a *-report-full.json")]
    public async Task A_broken_one_is_refused_with_the_place(string from, string to, string told)
    {
        string file = _folder.Write("MyApp-report-full.json", Sample.Full().Replace(from, to, StringComparison.Ordinal));
        (await Typed.RunAsync("report", file)).IsRefused(file, told);
    }

    [Theory]
    [InlineData("github-action-benchmark's data", "window.BENCHMARK_DATA = {\n  \"lastUpdate\": 1,")]
    [InlineData("github-action-benchmark's data", "{ \"lastUpdate\": 1, \"repoUrl\": \"\", \"entries\": { \"B\": [] } }")]
    [InlineData("github-action-benchmark's list", "[{ \"name\": \"a\", \"unit\": \"ns\", \"value\": 3 }]")]
    [InlineData("hyperfine's JSON", "{ \"results\": [ { \"command\": \"ls\", \"mean\": 0.1, \"times\": [0.1] } ] }")]
    [InlineData("BenchmarkDotNet's CSV", "Method;Job;AnalyzeLaunchVariance;Mean\nParse;DefaultJob;False;1 ns\n")]
    [InlineData("BenchmarkDotNet's Markdown", "```\n\nBenchmarkDotNet v0.15.8, Ubuntu\n```\n| Method | Mean |\n")]
    [InlineData("this suite's report.csv", "case,scenario,strategy,regime\n")]
    [InlineData("this suite's report.csv", "\uFEFFcase;scenario;strategy;regime\r\n")]
    [InlineData("this suite's gate-run.json", "{ \"schema\": 1, \"complete\": true, \"plannedPairs\": 20 }")]
    [InlineData("k6's summary", "{ \"metrics\": { \"http_req_duration\": { \"avg\": 1 } } }")]
    [InlineData("Google Benchmark's JSON", "{ \"context\": { \"num_cpus\": 2 }, \"benchmarks\": [] }")]
    [InlineData("a page", "<!DOCTYPE html>\n<html></html>")]
    public async Task Another_tools_result_is_named(string name, string text)
    {
        string file = _folder.Write("foreign", text), ours = _folder.Save("ours").RunJson;
        foreach (string[] line in _folder.ReadersOf(file, ours))
            (await Typed.RunAsync(line)).IsRefused(file, $"is {name}", "name a run.json");
    }

    /// <summary>A title can contain any text, and the file stays ours.</summary>
    [Fact]
    public async Task A_run_whose_title_looks_like_one_is_a_run()
    {
        string title = "window.BENCHMARK_DATA = { \"HostEnvironmentInfo\": 1, \"Benchmarks\": 2 }";
        RunRecord run = Samples.Standard() with { Scenarios = [Samples.Baidu with { Title = title }, Samples.Pokeapi] };
        Assert.Equal(0, (await Typed.RunAsync("report", _folder.Save("ours", run).RunJson)).Exit);
    }

    [Theory]
    [InlineData(";", ';')]
    [InlineData("tab", '\t')]
    [InlineData(",", ',')]
    public async Task The_csv_has_the_separator_that_was_asked_for(string typed, char separator)
    {
        RunLayout run = _folder.Save("run", Samples.Standard() with { Profile = "a;b,c\td" });
        Assert.Equal(0, (await Typed.RunAsync("report", run.RunJson, "--csv-separator", typed)).Exit);
        string[] lines = File.ReadAllLines(run.ReportCsv);
        Assert.StartsWith($"case{separator}scenario{separator}strategy{separator}", lines[0], StringComparison.Ordinal);
        string cells = string.Join(separator, "warm pool", "\"a;b,c\td\"", "0.1", "200", "10");
        Assert.Contains($"{separator}{cells}{separator}", lines[1], StringComparison.Ordinal);
        (await Typed.RunAsync("report", run.RunJson, "--csv-separator", "|")).IsRefused("--csv-separator is '|'", "',', ';' and tab");
    }

    /// <summary>What BenchmarkDotNet itself writes in this version.</summary>
    [Fact]
    public async Task BenchmarkDotNets_own_file_of_a_run_has_the_times_of_the_run()
    {
        Typed run = await Typed.RunAsync(
            "run", "--profile", "smoke", "--hosting", "in-process", "--inProcess", "--filter", "*Single*", "--output", _folder.Path);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        var latest = RunLayout.Latest(_folder.Path);
        string file = Assert.Single(
            Directory.GetFiles(latest.BenchmarkDotNet, "*-report-full-compressed.json", SearchOption.AllDirectories));

        RunRecord read = RunRecordFile.LoadAny(file), ours = RunRecordFile.Load(latest.RunJson);

        Assert.Equal(ours.Planned, read.Planned);
        Assert.Equal(ours.Cases.SelectMany(one => one.IterationsNs), read.Cases.SelectMany(one => one.IterationsNs));
        Assert.Equal(ours.Source.BenchmarkDotNet, read.Source.BenchmarkDotNet);
        Assert.Equal(0, (await Typed.RunAsync("report", file)).Exit);
    }

    private Task<Typed> GateAsync(string reference, string run) => Typed.RunAsync(
        "gate", "--reference", reference, "--run", run, "--history", _folder.History, "--output", _folder.In("gate"));
}
