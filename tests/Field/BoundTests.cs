using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Results.Records;
using Tests.Cli;
using Tests.Measurement;
using Tests.Server;
using Tests.Strategies;

namespace Tests.Field;

/// <summary>A bound of one's own: <c>--strategies semaphore-slim:10</c>.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class BoundTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();

    public static TheoryData<string> Ids => [.. BoundedStrategies.Ids];

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void The_strategies_with_a_bound_are_those_whose_constructor_takes_a_limit()
    {
        Assert.Equal(
            StrategyCatalog.All
                .Where(strategy => strategy.GetType().GetConstructor([typeof(int)]) is not null)
                .Select(strategy => strategy.Descriptor.Id),
            BoundedStrategies.Ids);
        Assert.Equal(
            StrategyCatalog.All.Where(strategy => strategy.Descriptor.Limit is not null).Select(strategy => strategy.Descriptor.Id),
            BoundedStrategies.Ids);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_server_sees_the_bound_and_no_more(string id)
    {
        IFetchStrategy strategy = StrategyCatalog.Find(id + ":3");
        Assert.Equal(
            (id + ":3", 3, 3, 1),
            (strategy.Descriptor.Id, strategy.Descriptor.Limit, strategy.Descriptor.PeakInFlight(7), strategy.Descriptor.PeakInFlight(1)));
        var clock = new RecordingClock();
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(7, latencyMs: 10), clock);

        Task<FetchResult[]> fetching = trial.FetchAsync(strategy);
        await clock.Manual.WhenPendingAsync(3);
        await Eventually.IsTrueAsync(() =>
        {
            clock.Manual.Advance(Served.Ms(10));
            return fetching.IsCompleted;
        }, "everything is fetched");

        Assert.Equal((3, 7), (clock.MostPending, clock.Asked.Count));
        Assert.Equal(
            ExpectedResults.Digest(trial.Scenario, trial.Scenario.Requests.Numbers), FetchDigest.Of(await fetching));
    }

    [Theory]
    [InlineData("semaphore-slim:100", "semaphore-slim")]
    [InlineData("semaphore-slim:010", "semaphore-slim:10")]
    [InlineData("chunk-waves:1", "chunk-waves:1")]
    [InlineData("channel-workers:100000", "channel-workers:100000")]
    public void One_bound_has_one_id(string typed, string id)
    {
        IFetchStrategy strategy = StrategyCatalog.Find(typed);

        Assert.Equal(id, strategy.Descriptor.Id);
        Assert.Equal(id, StrategyCatalog.Find(strategy.Descriptor.Id).Descriptor.Id);
    }

    [Theory]
    [InlineData("when-all:10", "when-all has no bound", "semaphore-slim, parallel-for-each-async, channel-workers, chunk-waves")]
    [InlineData("http2-multiplexed:10", "http2-multiplexed has no bound", "max-connections-per-server")]
    [InlineData("single:1", "single has no bound")]
    [InlineData("when-all:x", "when-all has no bound")]
    [InlineData("nonsense:10", "There is no fetch strategy 'nonsense'", "when-all")]
    [InlineData("semaphore-slim:0", "the bound is '0'", "a whole number from 1 to 100000")]
    [InlineData("semaphore-slim:-5", "the bound is '-5'", "1 to 100000")]
    [InlineData("semaphore-slim:100001", "the bound is '100001'", "1 to 100000")]
    [InlineData("semaphore-slim:99999999999", "the bound is '99999999999'", "1 to 100000")]
    [InlineData("semaphore-slim:", "the bound is ''", "1 to 100000")]
    [InlineData("semaphore-slim:ten", "the bound is 'ten'", "1 to 100000")]
    [InlineData("semaphore-slim:1.5", "the bound is '1.5'", "1 to 100000")]
    [InlineData("semaphore-slim: 5", "the bound is ' 5'", "1 to 100000")]
    [InlineData("semaphore-slim:5:5", "the bound is '5:5'", "1 to 100000")]
    public async Task Any_other_bound_is_refused(string typed, params string[] reasons)
    {
        foreach (string[] verb in (string[][])[["run"], ["measure"], ["gate", "--base", "HEAD"]])
            (await Typed.RunAsync([.. verb, "--scenario", "pokeapi", "--strategies", typed])).IsRefused(reasons);
    }

    [Fact]
    public async Task A_bound_is_measured_with_the_prediction_of_its_own_schedule()
    {
        Typed typed = await Typed.RunAsync(
            "measure", "--profile", "smoke", "--iterations", "1", "--scenario", "pokeapi",
            "--strategies", "semaphore-slim:5", "semaphore-slim:100", "semaphore-slim", "semaphore-slim:05", "when-all");

        Assert.Equal((ExitCodes.Ok, ""), (typed.Exit, typed.Error));
        IReadOnlyList<CaseRecord> cases = MeasuredLaunch.Parse(typed.Output, "measure").Cases;
        Assert.Equal(3, cases.Count);
        CaseRecord five = Assert.Single(cases, one => one.Strategy == "semaphore-slim:5"),
            usual = Assert.Single(cases, one => one.Strategy == "semaphore-slim"),
            all = Assert.Single(cases, one => one.Strategy == "when-all");
        Assert.Equal(
            "Benchmarks.Macro.ScenarioBenchmarks.Fetch(Scenario: \"pokeapi\", Strategy: \"semaphore-slim:5\")", five.Case);
        Assert.Equal((5, 100, null), (five.Limit, usual.Limit, all.Limit));
        Assert.Equal(3, five.PredictedNs!.Value / usual.PredictedNs!.Value, 1e-3); // 15 requests, 5 at a time
        Assert.Equal((true, all.Digest), (five.Baseline, five.Digest));
    }
}
