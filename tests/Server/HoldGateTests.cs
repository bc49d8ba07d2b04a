using Fixtures.Latency;
using Fixtures.Server;
using Fixtures.Telemetry;
using Tests.Telemetry;

namespace Tests.Server;

public sealed class HoldGateTests
{
    private static readonly TimeSpan s_never = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task It_opens_with_the_promised_request_and_stays_open()
    {
        var gate = new HoldGate(3, s_never);
        Task first = gate.PassAsync(default), second = gate.PassAsync(default);
        Assert.False(gate.Reached);
        Assert.False(first.IsCompleted || second.IsCompleted);

        await Task.WhenAll(first, second, gate.PassAsync(default)).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.True(gate.Reached);
        await gate.PassAsync(default).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task After_its_limit_the_answers_leave_all_the_same_and_the_promise_counts_as_broken()
    {
        var gate = new HoldGate(3, Served.Ms(20));
        await Task.WhenAll(gate.PassAsync(default), gate.PassAsync(default)).WaitAsync(TimeSpan.FromSeconds(20));
        await gate.PassAsync(default).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.False(gate.Reached);
    }

    [Fact]
    public async Task Who_goes_away_is_let_go()
    {
        using var gone = new CancellationTokenSource();
        Task held = new HoldGate(2, s_never).PassAsync(gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public async Task Two_hundred_requests_are_in_flight_at_once_whatever_the_capacity(int? capacity)
    {
        await using Served served = await Served.StartAsync(Served.Items(200, capacity: capacity), new TaskDelayClock());
        var gate = new HoldGate(200, TimeSpan.FromSeconds(30));
        served.Server.Hold = gate;
        served.Server.Log.Start();

        byte[][] bodies =
            await Task.WhenAll(Enumerable.Range(1, 200).Select(number => served.Client.GetByteArrayAsync(served.At($"/items/{number}"))));

        ServerTimeline seen = served.Server.Log.Stop();
        Assert.True(gate.Reached);
        Assert.Equal(200, bodies.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(200, InFlight.PeakOf(seen.Requests));
        Assert.Equal(Enumerable.Range(1, 200), seen.Requests.Select(row => row.Number).Order());
    }
}
