using Benchmarks.Checks;
using Benchmarks.Fetching;
using Results.Records;

namespace Tests.Checks;

[Collection(Alone.Name)]
public sealed class LittleCheckTests
{
    // The upper end finds what was not recorded and stays; the lower one is how quiet the machine is.
    private static readonly CheckBound Sequential = LittleCheck.Sequential with { Least = 0.5 };
    private static readonly CheckBound FanOut = LittleCheck.FanOut with { Least = 0.2 };

    [Fact]
    public async Task Holds_for_a_sequential_strategy()
    {
        CheckRecord little = await CheckAsync(new SequentialAwait(), Sequential);

        Assert.True(little.Ok, little.ToString());
        Assert.Equal("little-sequential-await", little.Name);
    }

    [Fact]
    public async Task Holds_for_a_fan_out()
    {
        CheckRecord little = await CheckAsync(new WhenAll(), FanOut);
        Assert.True(little.Ok, little.ToString());
    }

    [Fact]
    public async Task Fails_with_requests_that_the_client_did_not_record()
    {
        CheckRecord sequential = await CheckAsync(new Secretive(new SequentialAwait()), Sequential);
        CheckRecord fanOut = await CheckAsync(new Secretive(new WhenAll()), FanOut);

        Assert.False(sequential.Ok, sequential.ToString());
        Assert.False(fanOut.Ok, fanOut.ToString());
    }

    private static async Task<CheckRecord> CheckAsync(IFetchStrategy strategy, CheckBound bound)
    {
        await using CheckedServer system = await CheckedServer.StartAsync(20, latencyMs: 20);
        return await LittleCheck.RunAsync(system.Address, strategy, system.Work, bound, operations: 3);
    }
}
