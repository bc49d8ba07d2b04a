using BenchGate.Errors;
using Benchmarks.Demo;
using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Tests.Instrument.Checks;
using Tests.Server;

namespace Tests.Demo;

/// <summary>One strategy of the demonstration on its own small server. About one second in total.</summary>
[Collection(Alone.Name)]
public sealed class LaneTests : IDisposable
{
    private readonly LatencyClock _clock = new();

    public void Dispose() => _clock.Dispose();

    [Fact]
    public async Task A_lane_has_sent_nothing_before_it_starts_and_everything_is_answered_when_it_is_over()
    {
        Scenario scenario = Served.Items(5, latencyMs: 20);
        await using Served served = await Served.StartAsync(scenario, _clock);
        var lane = new Lane(new SequentialAwait(), 5);
        LaneState before = lane.Now;
        IReadOnlyList<FetchResult> results = await lane.RunAsync(served.Server.Addresses, scenario, CancellationToken.None);
        LaneState after = lane.Now;

        Assert.Equal((0, 0, 0, null, false), (before.Answered, before.InFlight, before.Peak, before.Elapsed, before.Over));
        Assert.Equal(5, before.Requests.Count);
        Assert.Equal((5, 0, 1, true), (after.Answered, after.InFlight, after.Peak, after.Over));
        Assert.Equal(5, results.Count);
        Assert.InRange(after.Elapsed!.Value.TotalMilliseconds, 99, 60_000); // five delays of 20 ms
        Assert.Equal(after.Elapsed, lane.Now.Elapsed);
    }

    [Fact]
    public async Task A_lane_that_brings_something_else_is_told()
    {
        await using Served served = await Served.StartAsync(Served.Items(3), _clock);
        Scenario other = Served.Items(3) with { Payload = new JsonPayload(300) };

        ExpectedFailureException wrong = await Assert.ThrowsAsync<ExpectedFailureException>(() =>
            new Lane(new WhenAll(), 3).RunAsync(served.Server.Addresses, other, CancellationToken.None));
        Assert.StartsWith("Task.WhenAll fan-out fetched 3 replies, ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_each_lane_is_a_line_when_it_is_over()
    {
        Scenario scenario = Served.Items(3);
        await using Served served = await Served.StartAsync(scenario, _clock);
        using var output = new StringWriter();
        await new PlainScreen(output).ShowAsync(
            [new Lane(new SequentialSync(), 3), new Lane(new SequentialAwait(), 3)],
            TimeSpan.FromSeconds(1),
            lane => lane.RunAsync(served.Server.Addresses, scenario, CancellationToken.None),
            CancellationToken.None);

        Assert.Equal(
            ["Sequential sync: 3 responses, at most 1 in flight", "Sequential await: 3 responses, at most 1 in flight"],
            output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
