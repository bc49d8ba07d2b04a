using Fixtures.Model;

namespace Tests.Model;

public sealed class ModelPropertyTests
{
    [Fact]
    public void No_prediction_is_below_the_bound() => ModelCases.Hold(c => c.Predicted >= c.Bound);

    [Fact]
    public void A_sequential_strategy_reaches_its_bound() => ModelCases.Hold(
        c => c.Predicted == c.Bound,
        c => c with { Schedule = c.Schedule with { Limit = 1 } });

    [Fact]
    public void An_unlimited_fan_out_reaches_its_bound() => ModelCases.Hold(
        c => c.Predicted == c.Bound,
        c => c with
        {
            Scenario = c.Scenario with { Capacity = c.Scenario.Capacity is null ? null : c.Count },
            Schedule = c.Schedule with { Limit = Math.Max(c.Schedule.Limit, c.Count), ConnectionLimit = null },
        });

    // With a connection for each request and a server narrower than the places, connecting and waiting overlap unevenly.
    [Fact]
    public void Equal_latencies_that_divide_evenly_reach_the_bound() => ModelCases.Hold(
        c => c.Predicted == c.Bound,
        c => Even(c) is var e && e.Count % Math.Min(e.Places, e.Capacity) == 0
            && (e.Schedule.Connections == Connections.Shared || e.Places <= e.Capacity)
            ? e with { Schedule = e.Schedule with { Refill = Refill.SlidingWindow } }
            : null);

    // A wave must also be served as a whole, or its last round leaves workers without work.
    [Fact]
    public void Even_waves_that_are_served_as_a_whole_reach_the_bound() => ModelCases.Hold(
        c => c.Predicted == c.Bound,
        c => Even(c) is var e && e.Count % e.Places == 0 && e.Places <= e.Capacity && e.Places == Math.Min(e.Schedule.Limit, e.Count)
            ? e with { Schedule = e.Schedule with { Refill = Refill.Waves } }
            : null);

    [Fact]
    public void The_prediction_is_that_of_an_event_by_event_simulation() =>
        ModelCases.Hold(c => c.Predicted == EventSimulation.Of(c.Scenario, c.Schedule));

    [Fact]
    public void A_warm_pool_saves_exactly_one_connect_delay() => ModelCases.Hold(
        c => Prediction.Of(c.Scenario, c.Schedule with { WarmPool = true }) + c.Scenario.ConnectDelay
            == Prediction.Of(c.Scenario, c.Schedule with { WarmPool = false }),
        c => c with { Schedule = c.Schedule with { Connections = Connections.Shared } });

    private static ModelCase Even(ModelCase c) =>
        c with { Scenario = c.Scenario with { Latency = new FixedLatency(c.Scenario.OfferedLatency(1)) } };
}
