using System.Diagnostics;
using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Tests.Model;

public sealed class ModelExampleTests
{
    private static readonly ScenarioCatalog s_articles = ScenarioCatalog.BuiltIn;

    private static readonly Schedule s_clientPerCall = new(1, Connections: Connections.PerRequest);

    [Fact]
    public void Three_requests_two_at_a_time_need_two_waves()
    {
        Scenario three = Equal(count: 3, ms: 100);
        Assert.All(
            [Refill.SlidingWindow, Refill.Waves], refill => AssertModel(three, new Schedule(2, refill), boundMs: 150, predictedMs: 200));
    }

    [Fact]
    public void A_window_overtakes_waves_when_latencies_differ()
    {
        // Request 1 takes 300 ms, the other three 100 ms each.
        Scenario scenario = Equal(count: 4, ms: 100) with { Latency = new SlowFirst(), Seed = 1 };
        AssertModel(scenario, new Schedule(2), boundMs: 300, predictedMs: 300);
        AssertModel(scenario, new Schedule(2, Refill.Waves), boundMs: 300, predictedMs: 400);
    }

    [Fact]
    public void A_narrow_server_serves_in_rounds() =>
        AssertModel(Equal(count: 10, ms: 100) with { Capacity = 4 }, Schedule.AllAtOnce, boundMs: 250, predictedMs: 300);

    [Fact]
    public void A_connection_limit_narrows_the_client() =>
        AssertModel(
            Equal(count: 10, ms: 100, connectMs: 30), Schedule.AllAtOnce with { ConnectionLimit = 5 }, boundMs: 230, predictedMs: 230);

    [Fact]
    public void One_connection_of_a_hundred_streams_makes_two_waves_of_150_and_is_opened_once()
    {
        Schedule multiplexed = Schedule.AllAtOnce with { ConnectionLimit = 1, StreamsPerConnection = 100 };
        AssertModel(Equal(count: 100, ms: 20, connectMs: 30), multiplexed, boundMs: 50, predictedMs: 50);
        AssertModel(Equal(count: 150, ms: 20, connectMs: 30), multiplexed, boundMs: 60, predictedMs: 70);
        AssertModel(Equal(count: 150, ms: 20, connectMs: 30), multiplexed with { WarmPool = true }, boundMs: 30, predictedMs: 40);
        Assert.Equal((100, 1), (multiplexed.Lanes(150), multiplexed.ConnectionsOpened(150)));
    }

    [Fact]
    public void Places_are_the_least_of_limit_connections_times_streams_and_requests()
    {
        Schedule five = Schedule.AllAtOnce with { ConnectionLimit = 5, StreamsPerConnection = 4 };
        Assert.Equal((20, 5), (five.Lanes(99), five.ConnectionsOpened(99)));
        Assert.Equal((9, 3), (five.Lanes(9), five.ConnectionsOpened(9)));
        Assert.Equal((2, 1), ((five with { Limit = 2 }).Lanes(99), (five with { Limit = 2 }).ConnectionsOpened(99)));
        Schedule own = five with { Connections = Connections.PerRequest };
        Assert.Equal((5, 99), (own.Lanes(99), own.ConnectionsOpened(99)));
        Assert.Equal((99, 99), (Schedule.AllAtOnce.Lanes(99), Schedule.AllAtOnce.ConnectionsOpened(99)));
    }

    [Fact]
    public void Connections_for_each_request_are_made_side_by_side_in_a_fan_out() =>
        AssertModel(
            Equal(count: 10, ms: 100, connectMs: 30), new Schedule(5, Connections: Connections.PerRequest), boundMs: 260, predictedMs: 260);

    [Fact]
    public void Connecting_takes_none_of_the_servers_capacity() =>
        AssertModel(
            Equal(count: 2, ms: 10, connectMs: 30) with { Capacity = 1 },
            new Schedule(2, Connections: Connections.PerRequest),
            boundMs: 50,
            predictedMs: 50);

    [Fact]
    public void The_articles_figures_follow_from_their_scenarios()
    {
        AssertModel(s_articles["baidu"], s_clientPerCall, boundMs: 16_600, predictedMs: 16_600);
        AssertModel(s_articles["baidu"], Schedule.AllAtOnce, boundMs: 83, predictedMs: 83);
        AssertModel(s_articles["baidu"], Schedule.AllAtOnce with { WarmPool = true }, boundMs: 55, predictedMs: 55);
        AssertModel(s_articles["pokeapi"], Schedule.Sequential, boundMs: 8_595, predictedMs: 8_595);
        AssertModel(s_articles["pokeapi"], Schedule.AllAtOnce, boundMs: 57.3, predictedMs: 57.3);
    }

    [Fact]
    public void A_hundred_thousand_requests_are_predicted_in_a_moment()
    {
        Scenario large = Equal(count: 100_000, ms: 1) with
        {
            Latency = new LogNormalLatency(TimeSpan.FromMilliseconds(5), 1),
            Capacity = 3_000,
        };
        var watch = Stopwatch.StartNew();
        Assert.True(Prediction.Of(large, new Schedule(5_000)) >= Bound.Of(large, new Schedule(5_000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

    private static void AssertModel(Scenario scenario, Schedule schedule, double boundMs, double predictedMs) => Assert.Equal(
        (boundMs, predictedMs),
        (Bound.Of(scenario, schedule).TotalMilliseconds, Prediction.Of(scenario, schedule).TotalMilliseconds));

    private static Scenario Equal(int count, int ms, int connectMs = 0) => new(
        "x",
        "x",
        new RequestPlan("/{n}", 1, count),
        new JsonPayload(64),
        new FixedLatency(TimeSpan.FromMilliseconds(ms)),
        1,
        TimeSpan.FromMilliseconds(connectMs));

    private sealed record SlowFirst : LatencyDistribution
    {
        public override TimeSpan Quantile(double u) => TimeSpan.FromMilliseconds(u == SeededDraw.Unit(1, 1) ? 300 : 100);

        public override LatencyDistribution Scaled(double factor) => this;
    }
}
