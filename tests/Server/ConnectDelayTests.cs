using Fixtures.Telemetry;

namespace Tests.Server;

public sealed class ConnectDelayTests
{
    private static readonly TimeSpan s_connect = Served.Ms(28);
    private static readonly TimeSpan s_latency = Served.Ms(55);
    private readonly RecordingClock _clock = new();

    [Fact]
    public async Task It_is_paid_once_for_a_kept_connection()
    {
        await using Served served = await Served.StartAsync(Served.Items(3, 55, 28), _clock);
        served.Server.Log.Start();

        await ExchangeAsync(served.Client, served, [s_connect, s_latency]);
        await ExchangeAsync(served.Client, served, [s_latency]);

        Assert.Equal([s_connect, s_latency, s_latency], _clock.Asked);
        ConnectionRow only = Assert.Single(served.Server.Log.Stop().Connections);
        Assert.True(only.Ready > only.Opened);
    }

    [Fact]
    public async Task A_new_client_pays_it_each_time()
    {
        await using Served served = await Served.StartAsync(Served.Items(3, 55, 28), _clock);
        served.Server.Log.Start();

        for (int i = 0; i < 3; i++)
        {
            using HttpClient client = Served.NewClient();
            await ExchangeAsync(client, served, [s_connect, s_latency]);
        }

        Assert.Equal([s_connect, s_latency, s_connect, s_latency, s_connect, s_latency], _clock.Asked);
        ServerTimeline seen = served.Server.Log.Stop();
        Assert.Equal(3, seen.Connections.Count);
        Assert.All(seen.Connections, row => Assert.True(row.Ready > row.Opened));
        Assert.Equal(3, seen.Requests.Select(row => row.Connection).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Without_one_the_clock_is_not_asked()
    {
        await using Served served = await Served.StartAsync(Served.Items(3, 55), _clock);
        await ExchangeAsync(served.Client, served, [s_latency]);

        Assert.Equal([s_latency], _clock.Asked);
    }

    [Fact]
    public async Task A_connection_that_is_not_let_in_has_no_ready_time()
    {
        await using Served served = await Served.StartAsync(Served.Items(3, 55, 28), _clock);
        served.Server.Log.Start();
        using var stop = new CancellationTokenSource();
        using HttpClient client = Served.NewClient();
        Task<HttpResponseMessage> waiting = client.GetAsync(served.At("/items/1"), stop.Token);
        await _clock.Manual.WhenPendingAsync(1);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        client.Dispose();

        Assert.Equal(0, Assert.Single(served.Server.Log.Stop().Connections).Ready);
        await Eventually.IsTrueAsync(() => _clock.Manual.Pending == 0, "the delay of the client that went away is cancelled");
    }

    private async Task ExchangeAsync(HttpClient client, Served served, TimeSpan[] waits)
    {
        Task<HttpResponseMessage> answer = client.GetAsync(served.At("/items/1"));
        foreach (TimeSpan wait in waits)
        {
            await _clock.Manual.WhenPendingAsync(1);
            Assert.False(answer.IsCompleted);
            _clock.Manual.Advance(wait);
        }

        using HttpResponseMessage response = await answer;
        Assert.True(response.IsSuccessStatusCode);
    }
}
