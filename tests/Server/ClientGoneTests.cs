namespace Tests.Server;

public sealed class ClientGoneTests
{
    [Fact]
    public async Task A_client_that_went_away_is_not_logged_as_answered()
    {
        var clock = new RecordingClock();
        await using Served served = await Served.StartAsync(Served.Items(2, latencyMs: 10), clock);
        served.Server.Log.Start();
        using var gone = new CancellationTokenSource();
        Task<HttpResponseMessage> leaves = served.GetAsync("/items/1", gone.Token);
        await clock.Manual.WhenPendingAsync(1);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        await Eventually.IsTrueAsync(() => clock.Manual.Pending == 0, "the clock's token is cancelled");

        Assert.Empty(served.Server.Log.Stop().Requests);
    }
}
