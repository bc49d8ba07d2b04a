using Benchmarks.Fetching;
using Benchmarks.Instrument.Checks;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Results.Records;

namespace Tests.Instrument.Checks;

[Collection(Alone.Name)]
public sealed class RepeatCheckTests
{
    // far below the 100 % of the defect, far above what two busy cores do to a median
    private static readonly CheckBound s_difference = CheckBound.AtMost(60);
    private static readonly CheckBound s_spread = CheckBound.AtMost(1_000);

    [Fact]
    public async Task Passes_with_a_steady_strategy() =>
        Assert.All(await CheckAsync(_ => new WhenAll()), check => Assert.True(check.Ok, check.ToString()));

    [Fact]
    public async Task Fails_with_a_strategy_that_is_slower_every_second_time()
    {
        CheckRecord difference = (await CheckAsync(clock => new Limping(new WhenAll(), clock, TimeSpan.FromMilliseconds(30))))[0];

        Assert.Equal("aa-difference", difference.Name);
        Assert.False(difference.Ok, difference.ToString());
    }

    private static async Task<IReadOnlyList<CheckRecord>> CheckAsync(Func<ILatencyClock, IFetchStrategy> strategy)
    {
        using var clock = new LatencyClock();
        await using CheckedServer system = await CheckedServer.StartAsync(10, latencyMs: 30);
        return await RepeatCheck.RunAsync(strategy(clock), system.Work, pairs: 15, s_difference, s_spread);
    }
}
