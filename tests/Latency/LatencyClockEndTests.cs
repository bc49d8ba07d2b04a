using Fixtures.Latency;

namespace Tests.Latency;

/// <summary>Delays that end before their time: cancelled, or left over when the clock is disposed.</summary>
public sealed class LatencyClockEndTests
{
    [Fact]
    public async Task A_cancelled_token_ends_the_delay_before_it_begins()
    {
        using var clock = new LatencyClock();
        var cancelled = new CancellationToken(canceled: true);

        ValueTask delay = clock.DelayAsync(TimeSpan.FromDays(1), cancelled);

        Assert.True(delay.IsCanceled);
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await delay);
        Assert.Equal(cancelled, error.CancellationToken);
    }

    [Fact]
    public async Task Cancelled_long_delays_leave_nothing_behind()
    {
        using var clock = new LatencyClock();
        var sources = new List<WeakReference>();

        for (int round = 0; round < 50; round++)
        {
            using var stop = new CancellationTokenSource();
            Task[] all = [.. Enumerable.Range(0, 200).Select(_ => clock.DelayAsync(TimeSpan.FromDays(1), stop.Token).AsTask())];
            Assert.Equal(200, clock.Pending);
            sources.AddRange(all.Select(task => new WeakReference(task)));

            await stop.CancelAsync();

            Assert.Equal(0, clock.Pending);
            await Task.WhenAll(all).ContinueWith(_ => { }, TaskScheduler.Default);
            Assert.All(all, task => Assert.True(task.IsCanceled));
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        // the last round's array may still be on the stack
        Assert.InRange(sources.Count(source => source.IsAlive), 0, 400);
    }

    [Fact]
    public async Task Cancelling_around_the_due_time_ends_each_delay_exactly_once()
    {
        using var clock = new LatencyClock();

        for (int round = 0; round < 300; round++)
        {
            using var stop = new CancellationTokenSource();
            Task[] all = [.. Enumerable.Range(0, 20).Select(_ => clock.DelayAsync(TimeSpan.FromMicroseconds(300), stop.Token).AsTask())];
            await clock.DelayAsync(TimeSpan.FromMicroseconds(round), CancellationToken.None);
            await stop.CancelAsync();

            await Task.WhenAll(all).ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(30));
            Assert.All(all, task => Assert.True(task.IsCanceled || task.IsCompletedSuccessfully, $"{task.Exception}"));
        }

        Assert.Equal(0, clock.Pending);
    }

    [Fact]
    public async Task Disposing_ends_pending_delays_with_an_error()
    {
        var clock = new LatencyClock();
        Task[] pending = [.. Enumerable.Range(0, 100).Select(_ => clock.DelayAsync(TimeSpan.FromDays(1), CancellationToken.None).AsTask())];

        clock.Dispose();
        clock.Dispose();

        foreach (Task delay in pending)
            await Assert.ThrowsAsync<ObjectDisposedException>(() => delay);
        Assert.Equal(0, clock.Pending);
        Assert.Null(clock.ThreadCpuTime);
    }

    [Fact]
    public async Task A_disposed_clock_takes_no_more_delays()
    {
        var clock = new LatencyClock();
        clock.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await clock.DelayAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None));
    }

    [Fact]
    public async Task Disposing_while_delays_are_called_for_loses_none()
    {
        for (int round = 0; round < 50; round++)
        {
            var clock = new LatencyClock();
            Task[] callers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                while (true)
                    await clock.DelayAsync(TimeSpan.FromMicroseconds(100), CancellationToken.None);
            }))];

            await clock.DelayAsync(TimeSpan.FromMilliseconds(2), CancellationToken.None);
            clock.Dispose();

            foreach (Task caller in callers)
                await Assert.ThrowsAsync<ObjectDisposedException>(() => caller.WaitAsync(TimeSpan.FromSeconds(30)));
        }
    }
}
