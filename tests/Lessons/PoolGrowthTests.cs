using Benchmarks.Lessons;
using Tests.Instrument.Checks;

namespace Tests.Lessons;

[Collection(Alone.Name)]
public sealed class PoolGrowthTests
{
    [Theory]
    [InlineData(4, 0)] // the minimum and as many as there are cores come at once
    [InlineData(5, 25)]
    [InlineData(6, 25 + 25)]
    [InlineData(7, 25 + 25 + 50)]
    [InlineData(24, 2 * (25 + 50 + 75 + 100 + 125 + 150 + 175 + 200 + 225 + 250))]
    [InlineData(25, 2750 + 250)]
    [InlineData(150, 2750 + (126 * 250))]
    public void Two_cores_add_a_thread_after_a_wait_that_grows_up_to_a_quarter_of_a_second(int threads, double ms) =>
        Assert.Equal(ms, PoolGrowth.MsUntil(threads, minimum: 2, cores: 2));

    [Theory]
    [InlineData(32, 0)]
    [InlineData(48, 16 * 25)]
    [InlineData(49, (16 * 25) + 50)]
    public void More_cores_start_further_up_and_grow_faster(int threads, double ms) =>
        Assert.Equal(ms, PoolGrowth.MsUntil(threads, minimum: 16, cores: 16));

    [Fact]
    public void A_raised_minimum_is_there_at_once() => Assert.Equal(0, PoolGrowth.MsUntil(100, minimum: 98, cores: 2));

    [Fact]
    public void Blocked_requests_need_one_thread_more_than_there_are_of_them_or_the_last_ones_latency()
    {
        int requests = (2 * Environment.ProcessorCount) + 36;
        Assert.Equal(PoolGrowth.MsUntil(requests + 1), PoolGrowth.MsOfBlocked(requests, latencyMs: 0));
        Assert.Equal(PoolGrowth.MsUntil(requests) + 1000, PoolGrowth.MsOfBlocked(requests, latencyMs: 1000));
    }
}
