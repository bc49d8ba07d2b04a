using Fixtures.Model;

namespace Tests.Model;

public sealed class SeededDrawTests
{
    private static readonly Scenario s_varied = new(
        "x",
        "x",
        new RequestPlan("/{n}", 1, 1000),
        new JsonPayload(64),
        new LogNormalLatency(TimeSpan.FromMilliseconds(50), 0.5),
        1,
        TimeSpan.Zero);

    [Fact]
    public void A_request_gets_the_same_latency_in_whatever_order_requests_come()
    {
        TimeSpan[] forward = [.. s_varied.Requests.Numbers.Select(s_varied.OfferedLatency)];
        TimeSpan[] backward = [.. s_varied.Requests.Numbers.Reverse().Select(s_varied.OfferedLatency)];
        Assert.Equal(forward, backward.Reverse());
    }

    [Fact]
    public void Another_seed_gives_other_latencies() =>
        Assert.NotEqual(s_varied.OfferedLatency(1), (s_varied with { Seed = 2 }).OfferedLatency(1));

    // Pinned, since stored results are compared with new ones only while the draws stay.
    [Fact]
    public void The_draws_stay_as_they_are() =>
        Assert.Equal(
            [0.7457817572627, 0.9710027535868, 0.4443592170558],
            Enumerable.Range(1, 3).Select(n => Math.Round(SeededDraw.Unit(1, n), 13)));

    [Fact]
    public void Draws_fill_the_open_unit_interval_evenly()
    {
        double[] draws = [.. Enumerable.Range(0, 10_000).Select(n => SeededDraw.Unit(42, n))];
        Assert.All(draws, u => Assert.InRange(u, double.Epsilon, Math.BitDecrement(1)));
        int[] tenths = [.. draws.GroupBy(u => (int)(u * 10)).Select(g => g.Count())];
        Assert.Equal(10, tenths.Length);
        Assert.All(tenths, count => Assert.InRange(count, 880, 1120));
    }
}
