using Benchmarks.Fetching;
using Benchmarks.Instrument.Checks;
using Benchmarks.Strategies;
using Fixtures.Model;
using Results.Records;

namespace Tests.Instrument.Checks;

[Collection(Alone.Name)]
public sealed class PeakInFlightCheckTests
{
    private const int Requests = 12;

    public static TheoryData<string> Ids => [.. StrategyCatalog.General.Select(strategy => strategy.Descriptor.Id)];

    [Theory, MemberData(nameof(Ids))]
    public async Task Passes_with_every_strategy_of_the_suite(string id)
    {
        CheckRecord peak = await CheckAsync(StrategyCatalog.Find(id));
        Assert.True(peak.Ok, peak.ToString());
    }

    /// <summary>
    /// If fewer than all requests are promised, the wait is short. A machine that pauses in this time can show fewer, but never more.
    /// </summary>
    [Fact]
    public async Task Passes_with_a_bounded_strategy() =>
        Assert.Equal(3, Math.Max((await CheckAsync(new Bounded(3))).Value!.Value, (await CheckAsync(new Bounded(3))).Value!.Value));

    [Fact]
    public async Task Fails_with_a_strategy_that_says_sequential_and_fans_out()
    {
        CheckRecord peak = await CheckAsync(new Mislabelled(Schedule.Sequential, new WhenAll()));

        Assert.False(peak.Ok);
        Assert.True(peak.Value > 1, peak.ToString());
        Assert.Contains("more requests at once", peak.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_with_a_strategy_that_says_fan_out_and_is_sequential()
    {
        CheckRecord peak = await CheckAsync(new Mislabelled(Schedule.AllAtOnce, new SequentialAwait()));

        Assert.False(peak.Ok);
        Assert.Equal(1, peak.Value);
        Assert.Contains("fewer requests at once", peak.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_with_a_strategy_that_sends_one_more_than_it_says()
    {
        CheckRecord peak = await CheckAsync(new Mislabelled(new Schedule(3), new Bounded(4)));

        Assert.False(peak.Ok);
        Assert.Equal(4, peak.Value);
    }

    private static async Task<CheckRecord> CheckAsync(IFetchStrategy strategy)
    {
        await using CheckedServer system = await CheckedServer.StartAsync(Requests, latencyMs: 10);
        using FetchWork work = system.WorkFor(strategy);
        return await PeakInFlightCheck.RunAsync(system.Server, strategy, work);
    }
}
