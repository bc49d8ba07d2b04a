using System.Diagnostics;
using System.Net;
using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;
using Tests.Instrument.Checks;

namespace Tests.Model;

/// <summary>A real client and a real server keep to the model: never faster, and slower only by their own work.</summary>
[Collection(Alone.Name)]
public sealed class RunningServerTests
{
    // What the machine may add: on two noisy cores a request costs far more than the 0.1 ms it takes on quiet ones.
    private static readonly TimeSpan s_ownWork = TimeSpan.FromMilliseconds(3);

    [Theory]
    [InlineData(12, 1, null, 0)]
    [InlineData(12, 3, null, 0)]
    [InlineData(12, 12, null, 0)]
    [InlineData(12, 12, 1, 0)]
    [InlineData(12, 12, 4, 0)]
    [InlineData(12, 4, 2, 0)]
    [InlineData(13, 5, null, 0)]
    [InlineData(13, 5, 3, 0)]
    [InlineData(6, 1, null, 30)]
    [InlineData(12, 3, null, 30)]
    [InlineData(12, 12, null, 30)]
    [InlineData(12, 12, 4, 30)]
    public async Task A_running_server_agrees_with_the_prediction(int count, int limit, int? capacity, int connectDelayMs)
    {
        var latency = new BimodalLatency(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(60), 20);
        var delay = TimeSpan.FromMilliseconds(connectDelayMs);
        var plan = new RequestPlan("/items/{n}", 1, count);
        Scenario scenario = new Scenario("trial", "trial", plan, new JsonPayload(200), latency, Seed: 3, delay) with
        {
            Capacity = capacity,
        };
        using var clock = new LatencyClock();
        await using FixtureServer server = await FixtureServer.StartAsync(scenario, clock);
        var schedule = new Schedule(limit);
        TimeSpan predicted = Prediction.Of(scenario, schedule);
        // The prediction has requests arrive in their order. Those sent together may overtake each other on the way,
        // and where they queue for a place another order can be quicker: then only the bound holds.
        TimeSpan least = capacity < limit ? Bound.Of(scenario, schedule) : predicted;

        TimeSpan measured = await BestOfAsync(3, () => FetchAsync(server, new SemaphoreSlimBounded(limit)));

        Assert.InRange(measured, least, (predicted * 1.25) + (count * s_ownWork));
    }

    /// <summary>The general strategies, those with a limit of their own at one that does not divide the number of requests.</summary>
    public static TheoryData<string> Ids => [.. s_strategies.Keys];

    private static readonly Dictionary<string, IFetchStrategy> s_strategies = StrategyCatalog.General
        .Select(strategy => strategy switch
        {
            SemaphoreSlimBounded => new SemaphoreSlimBounded(5),
            ParallelForEachAsync => new ParallelForEachAsync(5),
            ChannelWorkers => new ChannelWorkers(5),
            ChunkWaves => new ChunkWaves(5),
            MaxConnectionsPerServer => new MaxConnectionsPerServer(5),
            _ => strategy,
        })
        .ToDictionary(strategy => strategy.Descriptor.Id, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_strategy_keeps_to_its_own_schedule(string strategyId)
    {
        IFetchStrategy strategy = s_strategies[strategyId];
        // On one connection only a number above its streams shows that they are limited.
        int count = strategy is Http2Multiplexed ? 113 : 13;
        var latency = new BimodalLatency(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(60), 20);
        var scenario = new Scenario("trial", "trial", new RequestPlan("/items/{n}", 1, count), new JsonPayload(200), latency, Seed: 3,
            TimeSpan.FromMilliseconds(30));
        using var clock = new LatencyClock();
        await using FixtureServer server = await FixtureServer.StartAsync(scenario, clock);
        TimeSpan predicted = Prediction.Of(scenario, strategy.Descriptor.Schedule);

        TimeSpan measured = await BestOfAsync(3, () => FetchAsync(server, strategy));

        Assert.InRange(measured, predicted, (predicted * 1.25) + ((13 + strategy.Descriptor.ConnectionsOpened(13)) * s_ownWork));
    }

    /// <summary>The quickest of a few: a neighbour can only make it slower.</summary>
    private static async Task<TimeSpan> BestOfAsync(int times, Func<Task<TimeSpan>> operation)
    {
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < times; i++)
        {
            TimeSpan one = await operation();
            best = one < best ? one : best;
        }

        return best;
    }

    /// <summary>One operation on a client of its own, so that each opens its connections anew.</summary>
    private static async Task<TimeSpan> FetchAsync(FixtureServer server, IFetchStrategy strategy)
    {
        using var work = FetchWork.For(strategy, server.Addresses, server.Scenario.Requests, server.Scenario.Requests.Numbers);
        using var pool = PreGrownThreadPool.For(strategy.Descriptor, work.Requests.Count);
        long start = Stopwatch.GetTimestamp();
        FetchResult[] results = await strategy.FetchAsync(work, CancellationToken.None);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        Assert.All(results, result => Assert.Equal((int)HttpStatusCode.OK, result.Status));
        return elapsed;
    }
}
