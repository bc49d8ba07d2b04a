using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Model;
using Fixtures.Server;
using Fixtures.Telemetry;
using Tests.Server;
using Tests.Telemetry;

namespace Tests.Strategies;

/// <summary>
/// Checks the promises of the descriptors. The server holds its responses until the promised number of requests has arrived.
/// </summary>
public sealed class StrategyPromiseTests
{
    private const int Requests = 12;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    /// <summary>The bounded strategies with a low bound; and those of HTTP/2, whose streams the server limits.</summary>
    private static readonly Dictionary<string, (IFetchStrategy Strategy, int Requests, int Peak)> s_bounded = new(StringComparer.Ordinal)
    {
        ["semaphore-slim"] = (new SemaphoreSlimBounded(5), Requests, 5),
        ["parallel-for-each-async"] = (new ParallelForEachAsync(5), Requests, 5),
        ["channel-workers"] = (new ChannelWorkers(5), Requests, 5),
        ["chunk-waves"] = (new ChunkWaves(5), Requests, 5),
        ["max-connections-per-server"] = (new MaxConnectionsPerServer(5), Requests, 5),
        ["http2-multiplexed"] = (new Http2Multiplexed(), 105, 100),
        ["http2-connections"] = (new Http2Connections(), 105, 105),
    };

    public static TheoryData<string, string> All => StrategyTrial.ScenariosAndStrategies();

    public static TheoryData<string> Bounded => [.. s_bounded.Keys];

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
        int expected = strategy.Descriptor.ConnectionsOpened(Requests);
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
    public void What_each_promises_for_250_requests_in_flight_and_connections() =>
        Assert.Equal(
            [
                ("sequential-sync-new-client", 1, 250), ("sequential-sync", 1, 1), ("sequential-await", 1, 1),
                ("when-all", 250, 250), ("when-all-one-thread", 250, 250), ("when-each", 250, 250),
                ("semaphore-slim", 100, 100), ("parallel-for-each-async", 100, 100), ("channel-workers", 100, 100),
                ("chunk-waves", 100, 100),
                ("max-connections-per-server", 100, 100), ("http2-multiplexed", 100, 1),
                ("http2-connections", 250, 3),
                ("thread-per-request", 250, 250), ("task-run-sync", 250, 250), ("sync-over-async", 250, 250),
                ("when-all-new-client", 250, 250),
                ("single", 1, 1),
            ],
            StrategyCatalog.All
                .Select(strategy => strategy.Descriptor)
                .Select(strategy => (strategy.Id, strategy.PeakInFlight(250), strategy.ConnectionsOpened(250))));

    [Theory]
    [MemberData(nameof(Bounded))]
    public async Task A_bound_is_kept_and_used_to_the_full(string strategyId)
    {
        (IFetchStrategy strategy, int requests, int peak) = s_bounded[strategyId];
        var clock = new RecordingClock();
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(requests, latencyMs: 10), clock);
        Assert.Equal((strategyId, peak), (strategy.Descriptor.Id, strategy.Descriptor.PeakInFlight(requests)));

        Task<ServerTimeline> watching = trial.WatchAsync(strategy);
        await clock.Manual.WhenPendingAsync(peak);
        await Eventually.IsTrueAsync(() =>
        {
            clock.Manual.Advance(Served.Ms(10));
            return watching.IsCompleted;
        }, "everything is fetched");

        Assert.Equal(peak, clock.MostPending);
        Assert.Equal(requests, clock.Asked.Count);
        Assert.Equal(strategy.Descriptor.ConnectionsOpened(requests), (await watching).Connections.Count);
    }

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
