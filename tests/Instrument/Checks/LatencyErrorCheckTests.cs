using Benchmarks.Instrument.Checks;
using Fixtures.Latency;
using Results.Records;

namespace Tests.Instrument.Checks;

[Collection(Alone.Name)]
public sealed class LatencyErrorCheckTests
{
    // far below the 50 ms of the defect, far above what two busy cores do to a median
    private static readonly CheckBound s_median = CheckBound.AtMost(25);
    private static readonly CheckBound s_p99 = CheckBound.AtMost(2_000);

    [Fact]
    public async Task Passes_with_the_latency_clock() =>
        Assert.All(await CheckAsync(clock => clock), check => Assert.True(check.Ok, check.ToString()));

    [Fact]
    public async Task Fails_with_a_clock_that_is_late()
    {
        CheckRecord median = (await CheckAsync(clock => new SkewedClock(clock, 50)))[0];

        Assert.Equal("latency-error-median", median.Name);
        Assert.False(median.Ok);
        Assert.InRange(median.Value!.Value, 50, double.MaxValue);
        Assert.NotEmpty(median.Remedy);
    }

    [Fact]
    public async Task Fails_with_a_clock_that_is_early()
    {
        CheckRecord early = (await CheckAsync(clock => new SkewedClock(clock, -4)))[2];

        Assert.Equal("latency-early", early.Name);
        Assert.False(early.Ok);
    }

    [Theory]
    [InlineData(99, "max", 99)]
    [InlineData(101, "p99", 100)]
    public void The_latest_of_few_delays_is_the_longest_one(int delays, string name, double ms) =>
        Assert.Equal(new LatestDelays(name, ms), LatestDelays.Of([.. Enumerable.Range(1, delays).Select(i => (double)i)]));

    private static async Task<IReadOnlyList<CheckRecord>> CheckAsync(Func<ILatencyClock, ILatencyClock> around)
    {
        using var clock = new LatencyClock();
        return await LatencyErrorCheck.RunAsync(
            around(clock), TimeSpan.FromMilliseconds(10), 10, TimeSpan.FromMilliseconds(500), s_median, s_p99);
    }
}
