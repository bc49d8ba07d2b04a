using System.Globalization;
using BenchGate.Errors;
using Benchmarks.Cli;
using Results.Pages.Report;
using Results.Records;
using Results.Summaries;
using Tests.Cli;
using Tests.Measurement;
using Tests.Pages;

namespace Tests.Field;

/// <summary>Several bounds of one strategy, <c>--bounds 5..500</c>, and the curve that comes out.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class SweepTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("sweep-").FullName;

    public void Dispose()
    {
        _scope.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("5..500", "5 10 20 50 100 200 500")]
    [InlineData("3..70", "3 5 10 20 50 70")]
    [InlineData("2..3", "2 3")]
    [InlineData("7..7", "7")]
    [InlineData("1..100000", "1 2 5 10 20 50 100 200 500 1000 2000 5000 10000 20000 50000 100000")]
    [InlineData("5,10,20", "5 10 20")]
    [InlineData("20,5,10,5", "5 10 20")]
    [InlineData("42", "42")]
    public void A_range_is_walked_in_equal_ratios_and_a_list_is_sorted(string typed, string bounds) =>
        Assert.Equal(bounds, string.Join(' ', Sweep.Parse(typed)));

    [Fact]
    public void Each_strategy_with_a_bound_is_measured_with_each_of_them() =>
        Assert.Equal(
            ["sequential-await", "semaphore-slim:50", "semaphore-slim", "chunk-waves:50", "chunk-waves"],
            Sweep.Of(["sequential-await", "semaphore-slim", "chunk-waves"], "50,100"));

    [Theory]
    [InlineData("", "the bound is ''", "FROM..TO")]
    [InlineData("5..", "the bound is ''", "1 to 100000")]
    [InlineData("..", "the bound is ''", "1 to 100000")]
    [InlineData("5...500", "the bound is '.500'", "1 to 100000")]
    [InlineData("500..5", "500 is above 5", "FROM..TO")]
    [InlineData("0..5", "the bound is '0'", "1 to 100000")]
    [InlineData("5..100001", "the bound is '100001'", "1 to 100000")]
    [InlineData("5,,10", "the bound is ''", "1 to 100000")]
    [InlineData("5-500", "the bound is '5-500'", "FROM..TO")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31", "31 bounds", "at most 30")]
    public async Task What_is_no_sweep_is_refused(string bounds, params string[] reasons)
    {
        foreach (string[] verb in (string[][])[["run"], ["measure"], ["gate", "--base", "HEAD"]])
        {
            (await Typed.RunAsync([.. verb, "--scenario", "pokeapi", "--strategies", "semaphore-slim", "--bounds", bounds]))
                .IsRefused(["--bounds", .. reasons]);
        }
    }

    [Theory]
    [InlineData("semaphore-slim, parallel-for-each-async, channel-workers", "--scenario", "pokeapi")]
    [InlineData("semaphore-slim, parallel-for-each-async, channel-workers", "--scenario", "pokeapi", "--strategies", "when-all")]
    [InlineData("semaphore-slim:7 has a bound of its own", "--scenario", "pokeapi", "--strategies", "semaphore-slim:7")]
    [InlineData("--scenario", "--strategies", "semaphore-slim")]
    public async Task Bounds_need_a_strategy_that_has_one(string reason, params string[] chosen) =>
        (await Typed.RunAsync(["run", .. chosen, "--bounds", "5..500"])).IsRefused(reason);

    [Fact]
    public async Task A_sweep_is_run_and_drawn_as_a_curve_with_its_prediction_and_its_knee()
    {
        Typed run = await Typed.RunAsync(
            "run", "--profile", "smoke", "--hosting", "in-process", "--inProcess", "--output", _folder,
            "--scenario", "pokeapi", "--strategies", "sequential-await", "semaphore-slim", "--bounds", "1,5,15");

        Assert.Equal((ExitCodes.Ok, ""), (run.Exit, run.Error));
        Assert.Contains("The knee of semaphore-slim is at a bound of ", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        string latest = Path.Combine(_folder, "latest");
        Assert.Equal(
            [null, 1, 5, 15],
            RunRecordFile.Load(Path.Combine(latest, "run.json")).Cases.OrderBy(one => one.Limit).Select(one => one.Limit));
        string markdown = File.ReadAllText(Path.Combine(latest, "report.md")), html = File.ReadAllText(Path.Combine(latest, "report.html"));
        Assert.Contains("### The bound of semaphore-slim", markdown, StringComparison.Ordinal);
        Assert.Contains("the schedule predicts 15", markdown, StringComparison.Ordinal);
        Assert.Contains("(pictures/bounds-pokeapi-1.svg)", markdown, StringComparison.Ordinal);
        Assert.Contains("Time of semaphore-slim over its bound", html, StringComparison.Ordinal);
        string picture = File.ReadAllText(Path.Combine(latest, "pictures", "bounds-pokeapi-1.svg"));
        Assert.Equal(2, picture.Split("r=\"8\"").Length - 1); // both knees
        string[] rows = File.ReadAllLines(Path.Combine(latest, "report.csv"));
        Assert.EndsWith(",bound", rows[0], StringComparison.Ordinal);
        Assert.Equal(["", "1", "15", "5"], rows.Skip(1).Select(row => row[(row.LastIndexOf(',') + 1)..]).Order(StringComparer.Ordinal));

        File.Delete(Path.Combine(latest, "report.md"));
        Assert.Equal(ExitCodes.Ok, (await Typed.RunAsync("report", Path.Combine(latest, "run.json"))).Exit);
        Assert.Equal(markdown, File.ReadAllText(Path.Combine(latest, "report.md")));
    }

    /// <summary>5 ms at most 10 % above the shortest 4.6 ms; the prediction goes on to fall.</summary>
    [Fact]
    public void The_knee_is_the_smallest_bound_that_takes_at_most_a_tenth_longer_than_the_best()
    {
        RunRecord run = Samples.Run(Point(100, 4.6, 2), Point(5, 80, 76), Point(10, 41, 38), Point(20, 5, 4), Point(50, 4.7, 2.1));

        BoundSweep sweep = Assert.Single(Section.Of(run)[0].Sweeps);

        Assert.Equal([5, 10, 20, 50, 100], sweep.Points.Select(point => point.Limit));
        Assert.Equal((20, 50), (sweep.Knee!.Limit, sweep.PredictedKnee!.Limit));
        Assert.StartsWith(
            "The knee of semaphore-slim is at a bound of 20; the schedule predicts 50. ", sweep.Text, StringComparison.Ordinal);
        Assert.Equal(
            [null, null, "measured", "predicted", null], sweep.Table.Rows.Select(row => row.Cells[^1]));
        Assert.Contains("| 20 | 5.00 | 4.00 | 1.09 | measured |", MarkdownReport.Render(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_prediction_or_with_two_bounds_the_report_says_only_what_it_knows()
    {
        CaseRecord[] three = [Point(5, 20, 1), Point(10, 10, 1), Point(20, 5, 1)];

        BoundSweep sweep = Assert.Single(
            Section.Of(Samples.Run([.. three.Select(one => one with { PredictedNs = null })]))[0].Sweeps);

        Assert.Null(sweep.PredictedKnee);
        Assert.DoesNotContain("predicts", sweep.Text, StringComparison.Ordinal);
        Assert.Empty(Section.Of(Samples.Run(three[..2]))[0].Sweeps);
        Assert.Empty(Section.Of(Samples.Run([.. three.Select(one => one with { Limit = null })]))[0].Sweeps);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_record_with_an_impossible_bound_is_refused(int limit) =>
        Assert.Contains(
            $"limit: is {limit}, must be 1 or more",
            Assert.Throws<RecordException>(() => RunRecordFile.Check(Samples.Run(Point(limit, 1, 1)), "run.json")).Message,
            StringComparison.Ordinal);

    private static CaseRecord Point(int bound, double ms, double predictedMs)
    {
        string id = bound == 100 ? "semaphore-slim" : string.Create(CultureInfo.InvariantCulture, $"semaphore-slim:{bound}");
        return Samples.Case("PokeApi", $"Fetch(Strategy: \"{id}\")", 150, ms, 2) with
        {
            Strategy = id,
            Limit = bound,
            IterationsNs = [ms * 1e6],
            PredictedNs = predictedMs * 1e6,
        };
    }
}
