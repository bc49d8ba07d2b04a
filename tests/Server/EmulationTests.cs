using Fixtures.Model;
using Fixtures.Server;
using Fixtures.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Tests.Server;

/// <summary>The middleware without a network around it: requests arrive in exactly the order of the calls.</summary>
public sealed class EmulationTests : IDisposable
{
    private static readonly UniformLatency s_spread = new(Served.Ms(1), Served.Ms(100));
    private readonly RecordingClock _clock = new();
    private readonly List<int> _answered = [];
    private Emulation? _emulation;

    public void Dispose() => _emulation?.Dispose();

    [Fact]
    public async Task The_clock_is_asked_for_the_latency_that_the_scenario_offers_to_each_number()
    {
        Scenario scenario = Served.Items(5) with { Latency = s_spread };
        Serve(scenario);

        Task[] requests = [Arrive(4), Arrive(2), Arrive(5), Arrive(2)];

        Assert.Equal([.. ((int[])[4, 2, 5, 2]).Select(scenario.OfferedLatency)], _clock.Asked);
        Assert.Empty(_answered);
        _clock.Manual.Advance(s_spread.Max);
        await Task.WhenAll(requests);
    }

    [Fact]
    public async Task Requests_of_one_path_take_the_draws_of_the_plan_in_turn_and_then_again()
    {
        Scenario scenario = Served.Items(3) with { Latency = s_spread, Requests = new RequestPlan("/", 7, 3) };
        Serve(scenario);

        Task[] requests = [.. Enumerable.Range(0, 5).Select(_ => Arrive("/"))];

        Assert.Equal([.. ((int[])[7, 8, 9, 7, 8]).Select(scenario.OfferedLatency)], _clock.Asked);
        _clock.Manual.Advance(s_spread.Max);
        await Task.WhenAll(requests);
    }

    [Fact]
    public async Task Without_a_capacity_all_requests_are_worked_on_at_once()
    {
        Serve(Served.Items(50, latencyMs: 10));
        Task[] requests = [.. Enumerable.Range(1, 50).Select(Arrive)];

        Assert.Equal(50, _clock.Manual.Pending);
        _clock.Manual.Advance(Served.Ms(10));
        await Task.WhenAll(requests);
        Assert.Equal(50, _answered.Count);
    }

    [Theory]
    [InlineData(1, 12)]
    [InlineData(3, 4)]
    [InlineData(5, 3)]
    [InlineData(12, 1)]
    public async Task A_capacity_is_used_and_never_exceeded(int capacity, int rounds)
    {
        Serve(Served.Items(12, latencyMs: 10, capacity: capacity));
        Task[] requests = [.. Enumerable.Range(1, 12).Select(Arrive)];

        for (int round = 0; round < rounds; round++)
        {
            await _clock.Manual.WhenPendingAsync(Math.Min(capacity, 12 - (round * capacity)));
            _clock.Manual.Advance(Served.Ms(10));
        }

        await Task.WhenAll(requests).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(capacity, _clock.MostPending);
    }

    [Fact]
    public async Task The_rest_wait_in_the_order_of_their_arrival()
    {
        Scenario scenario = Served.Items(6, capacity: 1) with { Latency = s_spread };
        Serve(scenario);
        int[] order = [5, 3, 6, 1, 4, 2];
        Task[] requests = [.. order.Select(Arrive)];

        foreach (int _ in order)
        {
            await _clock.Manual.WhenPendingAsync(1);
            _clock.Manual.Advance(s_spread.Max);
        }

        await Task.WhenAll(requests).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(order, _answered);
        Assert.Equal([.. order.Select(scenario.OfferedLatency)], _clock.Asked);
    }

    [Fact]
    public async Task Who_leaves_the_queue_is_not_served_and_holds_up_nobody()
    {
        Serve(Served.Items(3, latencyMs: 10, capacity: 1));
        using var gone = new CancellationTokenSource();
        Task first = Arrive(1);
        Task leaves = Arrive("/items/2", gone.Token);
        Task last = Arrive(3);

        await gone.CancelAsync();
        await leaves.WaitAsync(TimeSpan.FromSeconds(20));
        _clock.Manual.Advance(Served.Ms(10));
        await first;
        await _clock.Manual.WhenPendingAsync(1);
        _clock.Manual.Advance(Served.Ms(10));
        await last;

        Assert.Equal([1, 3], _answered);
    }

    private void Serve(Scenario scenario) =>
        _emulation = new Emulation(scenario, RequestRoute.Of(scenario.Requests), _clock, new ServerLog());

    private Task Arrive(int number) => Arrive($"/items/{number}");

    private Task Arrive(string path, CancellationToken gone = default)
    {
        var context = new DefaultHttpContext { RequestAborted = gone };
        context.Request.Path = path;
        return _emulation!.InvokeAsync(context, _ =>
        {
            lock (_answered)
                _answered.Add(path == "/" ? 0 : int.Parse(path[(path.LastIndexOf('/') + 1)..]));
            return Task.CompletedTask;
        });
    }
}
