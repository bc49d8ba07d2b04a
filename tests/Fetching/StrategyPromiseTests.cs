using Benchmarks.Fetching;
using Fixtures.Model;
using Fixtures.Scenarios;
using Fixtures.Server;
using Fixtures.Telemetry;
using Tests.Telemetry;

namespace Tests.Fetching;

/// <summary>What a descriptor promises, measured by the server, which holds its answers until so many requests have arrived.</summary>
public sealed class StrategyPromiseTests
{
    private const int Requests = 12;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> All => StrategyTrial.ScenariosAndStrategies();

    [Theory]
    [MemberData(nameof(All), MemberType = typeof(StrategyPromiseTests))]
    public async Task The_server_sees_the_promised_peak_in_flight_and_no_more(string scenarioId, string strategyId)
    {
        IFetchStrategy strategy = StrategyCatalog.Find(strategyId);
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Few(scenarioId));
        int promised = strategy.Descriptor.PeakInFlight(Requests);
        var gate = new HoldGate(promised, s_limit);
        trial.Server.Hold = gate;

        ServerTimeline seen = await trial.WatchAsync(strategy);

        Assert.True(gate.Reached);
        Assert.Equal(promised, InFlight.PeakOf(seen.Requests));
        Assert.Equal(Requests, seen.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(All), MemberType = typeof(StrategyPromiseTests))]
    public async Task The_server_sees_the_promised_connections(string scenarioId, string strategyId)
    {
        IFetchStrategy strategy = StrategyCatalog.Find(strategyId);
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Few(scenarioId));
        int expected = strategy.Descriptor.Schedule.Connections == Connections.PerRequest ? Requests : strategy.Descriptor.PeakInFlight(Requests);
        trial.Server.Hold = new HoldGate(strategy.Descriptor.PeakInFlight(Requests), s_limit);

        ServerTimeline seen = await trial.WatchAsync(strategy);

        Assert.Equal(expected, seen.Connections.Count);
        Assert.Equal(expected, seen.Requests.Select(row => row.Connection).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(All), MemberType = typeof(StrategyPromiseTests))]
    public async Task A_second_operation_opens_connections_only_where_each_request_does(string scenarioId, string strategyId)
    {
        IFetchStrategy strategy = StrategyCatalog.Find(strategyId);
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Few(scenarioId));
        trial.Server.Hold = new HoldGate(strategy.Descriptor.PeakInFlight(Requests), s_limit);
        await trial.FetchAsync(strategy);

        ServerTimeline second = await trial.WatchAsync(strategy);

        Assert.Equal(strategy.Descriptor.Schedule.Connections == Connections.PerRequest ? Requests : 0, second.Connections.Count);
    }

    [Fact]
    public void The_articles_four_ways_promise_1_1_1_and_n() =>
        Assert.Equal(
            [("sequential-sync-new-client", 1), ("sequential-sync", 1), ("sequential-await", 1), ("when-all", Requests), ("single", 1)],
            StrategyCatalog.All.Where(strategy => strategy is not SemaphoreSlimBounded).Select(strategy => (strategy.Descriptor.Id, strategy.Descriptor.PeakInFlight(Requests))));

    [Fact]
    public async Task Who_sends_fewer_at_once_than_promised_is_found_out()
    {
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Few("pokeapi"));
        var gate = new HoldGate(2, TimeSpan.FromMilliseconds(50));
        trial.Server.Hold = gate;

        await trial.FetchAsync(new SequentialAwait());

        Assert.False(gate.Reached);
    }

    [Fact]
    public async Task Who_sends_more_at_once_than_promised_is_found_out()
    {
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Few("pokeapi"));
        trial.Server.Hold = new HoldGate(2, s_limit);

        ServerTimeline seen = await trial.WatchAsync(new WhenAll());

        Assert.InRange(InFlight.PeakOf(seen.Requests), 2, Requests);
    }

    private static Scenario Few(string id)
    {
        Scenario scenario = StrategyTrial.BuiltIn(id);
        return scenario with { Requests = scenario.Requests with { Count = Requests } };
    }
}
