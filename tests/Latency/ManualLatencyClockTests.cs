namespace Tests.Latency;

public sealed class ManualLatencyClockTests
{
    private readonly ManualLatencyClock _clock = new();

    [Fact]
    public async Task Time_stands_still_until_it_is_advanced()
    {
        Task delay = _clock.DelayAsync(TimeSpan.FromMilliseconds(10), CancellationToken.None).AsTask();

        _clock.Advance(TimeSpan.FromMilliseconds(9));
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await delay;
        Assert.Equal(TimeSpan.FromMilliseconds(10), _clock.Now);
        Assert.Equal(0, _clock.Pending);
    }

    [Fact]
    public async Task Cancelled_delays_are_gone()
    {
        using var stop = new CancellationTokenSource();
        Task delay = _clock.DelayAsync(TimeSpan.FromDays(1), stop.Token).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delay);
        Assert.Equal(0, _clock.Pending);
    }

    [Fact]
    public async Task Tells_when_enough_delays_are_pending()
    {
        Task enough = _clock.WhenPendingAsync(2);

        _ = _clock.DelayAsync(TimeSpan.FromSeconds(1), CancellationToken.None).AsTask();
        Assert.False(enough.IsCompleted);
        _ = _clock.DelayAsync(TimeSpan.FromSeconds(1), CancellationToken.None).AsTask();

        await enough;
    }
}
