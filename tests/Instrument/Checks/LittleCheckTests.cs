using Benchmarks.Fetching;
using Benchmarks.Instrument.Checks;
using Benchmarks.Strategies;
using Results.Records;

namespace Tests.Instrument.Checks;

[Collection(Alone.Name)]
public sealed class LittleCheckTests
{
    private const int Requests = 20;

    // The upper bound finds requests that were not recorded, which multiply the ratio. Otherwise the ratio depends on the noise of the
    // machine.
    private const double Most = 1.4;

    private static readonly CheckBound s_sequential = new(0.1, Most);
    private static readonly CheckBound s_fanOut = new(0.05, Most);

    [Fact]
    public async Task Holds_for_a_sequential_strategy()
    {
        CheckRecord little = await CheckAsync(new SequentialAwait(), s_sequential);

        Assert.True(little.Ok, little.ToString());
        Assert.Equal("little-sequential-await", little.Name);
    }

    [Fact]
    public async Task Holds_for_a_fan_out()
    {
        CheckRecord little = await CheckAsync(new WhenAll(), s_fanOut);
        Assert.True(little.Ok, little.ToString());
    }

    public static TheoryData<string> Ids => [.. StrategyCatalog.General.Select(strategy => strategy.Descriptor.Id)];

    [Theory, MemberData(nameof(Ids))]
    public async Task Holds_for_every_strategy_by_its_own_bound(string id)
    {
        IFetchStrategy strategy = StrategyCatalog.Find(id);
        CheckBound bound = LittleCheck.BoundOf(strategy.Descriptor, Requests);
        CheckRecord little = await CheckAsync(strategy, bound with { Least = bound.Least / 10, Most = Most });
        Assert.True(little.Ok, little.ToString());
    }

    [Fact]
    public void The_bound_allows_for_what_waits_in_the_client_for_a_connection_or_a_stream()
    {
        Assert.Equal(LittleCheck.Sequential, LittleCheck.BoundOf(new SequentialSync().Descriptor, 150));
        Assert.Equal(LittleCheck.FanOut, LittleCheck.BoundOf(new WhenAll().Descriptor, 150));
        Assert.Equal(LittleCheck.FanOut, LittleCheck.BoundOf(new ChannelWorkers(10).Descriptor, 150));
        Assert.Equal(LittleCheck.FanOut, LittleCheck.BoundOf(new Http2Multiplexed().Descriptor, 100));
        // 100 responses after L and 50 after 2 L; with five at a time, the j-th of thirty groups after j · L
        Assert.Equal(LittleCheck.FanOut.Least * 150 / 200, LittleCheck.BoundOf(new Http2Multiplexed().Descriptor, 150).Least, 1e-9);
        Assert.Equal(
            LittleCheck.FanOut.Least * 30 / (30 * 31 / 2), LittleCheck.BoundOf(new MaxConnectionsPerServer(5).Descriptor, 150).Least, 1e-9);
    }

    [Fact]
    public async Task Fails_with_requests_that_the_client_did_not_record()
    {
        CheckRecord sequential = await CheckAsync(new Secretive(new SequentialAwait(), times: 1), s_sequential);
        CheckRecord fanOut = await CheckAsync(new Secretive(new WhenAll(), times: 9), s_fanOut);

        Assert.False(sequential.Ok, sequential.ToString());
        Assert.False(fanOut.Ok, fanOut.ToString());
    }

    private static async Task<CheckRecord> CheckAsync(IFetchStrategy strategy, CheckBound bound)
    {
        await using CheckedServer system = await CheckedServer.StartAsync(Requests, latencyMs: 20);
        using FetchWork work = system.WorkFor(strategy);
        using var pool = PreGrownThreadPool.For(strategy.Descriptor, Requests);
        return await LittleCheck.RunAsync(system.Address, strategy, work, bound, operations: 3);
    }
}
