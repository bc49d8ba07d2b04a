using BenchGate.Errors;
using Benchmarks.Strategies;
using Results.Records;
using Tests.Measurement;

namespace Tests.Cli;

/// <summary>A whole run, from the command line to the pages, with everything in this process: no build, no launch.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class RunTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("run-").FullName;

    public void Dispose()
    {
        _scope.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_plans_measures_saves_and_draws_the_pages_and_report_draws_them_again()
    {
        Typed run = await RunAsync("--filter", "*PokeApi*");

        Assert.Equal((ExitCodes.Ok, ""), (run.Exit, run.Error));
        string latest = Path.Combine(_folder, "latest");
        RunRecord record = RunRecordFile.Load(Path.Combine(latest, "run.json"));
        Assert.True(record.Complete);
        Assert.Equal(("smoke", 0.02, "in-process"), (record.Profile, record.Scale, record.Hosting));
        Assert.Equal(
            StrategyCatalog.All.Select(one => one.Descriptor.Id).Order(StringComparer.Ordinal),
            record.Cases.Select(one => one.Strategy).Order(StringComparer.Ordinal));
        Assert.Equal(StrategyCatalog.All.Count, record.Planned.Count);
        Assert.Equal(record.Planned.Order(StringComparer.Ordinal), record.Cases.Select(one => one.Case).Order(StringComparer.Ordinal));
        Assert.All(record.Cases, one =>
        {
            Assert.NotNull(one.Digest);
            Assert.NotEmpty(one.Telemetry);
            Assert.All(one.Telemetry, observed => Assert.True(File.Exists(Path.Combine(latest, observed.File))));
            Assert.Contains(one.Case[(one.Case.LastIndexOf('.') + 1)..], run.Output, StringComparison.Ordinal);
        });

        string[] pages = ["report.md", "report.csv"];
        string[] drawn = [.. pages.Select(page => File.ReadAllText(Path.Combine(latest, page)))];
        Array.ForEach(pages, page => File.Delete(Path.Combine(latest, page)));
        Typed report = await Typed.RunAsync("report", Path.Combine(latest, "run.json"));

        Assert.Equal((ExitCodes.Ok, ""), (report.Exit, report.Error));
        Assert.Equal(drawn, pages.Select(page => File.ReadAllText(Path.Combine(latest, page))));
    }

    [Fact]
    public async Task A_scenario_is_run_with_the_strategies_named_and_what_was_there_becomes_the_previous_run()
    {
        Typed first = await RunAsync("--filter", "*Single*");
        Typed second = await RunAsync("--scenario", "baidu", "--strategies", "sequential-await", "when-all");

        Assert.Equal((ExitCodes.Ok, ExitCodes.Ok), (first.Exit, second.Exit));
        Assert.Equal(
            [("baidu", "sequential-await", true), ("baidu", "when-all", false)],
            Load("latest").Cases.Select(one => (one.Scenario, one.Strategy, one.Baseline)));
        Assert.Equal("single", Assert.Single(Load("previous").Cases).Strategy);
        Assert.Null(Load("previous").Chosen);
        Assert.Equal(["baidu"], Load("latest").Chosen!.Scenarios);
        Assert.Equal(["sequential-await", "when-all"], Load("latest").Chosen!.Strategies);

        RunRecord Load(string which) => RunRecordFile.Load(Path.Combine(_folder, which, "run.json"));
    }

    private Task<Typed> RunAsync(params string[] more) =>
        Typed.RunAsync(["run", "--profile", "smoke", "--hosting", "in-process", "--inProcess", "--output", _folder, .. more]);
}
