using System.Collections.Concurrent;
using System.Diagnostics;
using Fixtures.Latency;
using Fixtures.Latency.Waiting;

namespace Tests.Latency;

/// <summary>What holds for every way of waiting; each test runs with the system's own and with the portable fallback.</summary>
public sealed class LatencyClockTests
{
    public static TheoryData<bool> Fallback => [false, true];

    [Theory, MemberData(nameof(Fallback))]
    public async Task Never_ends_early(bool fallback)
    {
        using LatencyClock clock = Create(fallback);
        var random = new Random(1);

        double[] errorsMs = await Task.WhenAll(Enumerable.Range(0, 2000).Select(_ =>
            ErrorMsAsync(clock, TimeSpan.FromMilliseconds(random.NextDouble() * 100))));

        Assert.All(errorsMs, error => Assert.True(error >= 0, $"{error} ms"));
    }

    [Theory, MemberData(nameof(Fallback))]
    public async Task A_lone_delay_which_is_handed_over_early_does_not_end_early(bool fallback)
    {
        using LatencyClock clock = Create(fallback);

        for (int i = 0; i < 200; i++)
            Assert.InRange(await ErrorMsAsync(clock, TimeSpan.FromMicroseconds(20 * i)), 0, double.MaxValue);
    }

    [Fact]
    public async Task Never_ends_early_however_early_the_waiter_returns()
    {
        using var clock = new LatencyClock(new RestlessWaiter(), LatencyClock.CoalescingWindow);

        for (int i = 0; i < 200; i++)
            Assert.InRange(await ErrorMsAsync(clock, TimeSpan.FromMicroseconds(20 * i)), 0, double.MaxValue);
    }

    [Theory, MemberData(nameof(Fallback))]
    public async Task Ends_in_the_order_of_due_times_not_of_calls(bool fallback)
    {
        using LatencyClock clock = Create(fallback);
        int[] ended = await EndedAsync(clock, [200, 100, 0, 300, 400]);
        // A machine that stands still for a moment lets two end at once, in either order; the order of the calls would come every time.
        for (int tries = 1; tries < 3 && !ended.SequenceEqual(ended.Order()); tries++)
            ended = await EndedAsync(clock, [200, 100, 0, 300, 400]);

        Assert.Equal([0, 100, 200, 300, 400], ended);
    }

    private static async Task<int[]> EndedAsync(LatencyClock clock, int[] delaysMs)
    {
        var ended = new ConcurrentQueue<int>();
        await Task.WhenAll(delaysMs.Select(async delayMs =>
        {
            await clock.DelayAsync(TimeSpan.FromMilliseconds(delayMs), CancellationToken.None);
            ended.Enqueue(delayMs);
        }));
        return [.. ended];
    }

    [Theory, MemberData(nameof(Fallback))]
    public async Task An_earlier_delay_is_not_held_up_by_a_later_one(bool fallback)
    {
        using LatencyClock clock = Create(fallback);
        using var stop = new CancellationTokenSource();
        Task later = clock.DelayAsync(TimeSpan.FromDays(10_000), stop.Token).AsTask();

        await clock.DelayAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None);

        Assert.False(later.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => later);
    }

    [Fact]
    public void Zero_and_less_end_at_once()
    {
        using var clock = new LatencyClock();

        foreach (TimeSpan delay in new[] { TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.MinValue })
            Assert.True(clock.DelayAsync(delay, CancellationToken.None).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task The_longest_delay_does_not_overflow()
    {
        using var clock = new LatencyClock();
        using var stop = new CancellationTokenSource();
        Task longest = clock.DelayAsync(TimeSpan.MaxValue, stop.Token).AsTask();

        await clock.DelayAsync(TimeSpan.FromMilliseconds(5), CancellationToken.None);

        Assert.False(longest.IsCompleted);
    }

    [Theory, MemberData(nameof(Fallback))]
    public async Task Thousands_at_once_all_end(bool fallback)
    {
        using LatencyClock clock = Create(fallback);
        var random = new Random(2);

        Task[] all = [.. Enumerable.Range(0, 20_000)
            .Select(_ => clock.DelayAsync(TimeSpan.FromMilliseconds(random.Next(1, 50)), CancellationToken.None).AsTask())];

        await Task.WhenAll(all).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, clock.Pending);
    }

    [Theory, MemberData(nameof(Fallback))]
    public async Task Continuations_run_on_pool_threads(bool fallback)
    {
        using LatencyClock clock = Create(fallback);

        bool[] onPool = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            await clock.DelayAsync(TimeSpan.FromMilliseconds(1 + (i % 5)), CancellationToken.None).ConfigureAwait(false);
            return Thread.CurrentThread is { IsThreadPoolThread: true, Name: not LatencyClock.ThreadName };
        }));

        Assert.DoesNotContain(false, onPool);
    }

    private static LatencyClock Create(bool fallback) =>
        fallback ? new LatencyClock(new PortableWaiter(), LatencyClock.CoalescingWindow) : new LatencyClock();

    private static async Task<double> ErrorMsAsync(LatencyClock clock, TimeSpan delay)
    {
        long start = Stopwatch.GetTimestamp();
        await clock.DelayAsync(delay, CancellationToken.None);
        return (Stopwatch.GetElapsedTime(start) - delay).TotalMilliseconds;
    }

    /// <summary>Never sleeps.</summary>
    private sealed class RestlessWaiter : IWaiter
    {
        public string Name => "restless";

        public TimeSpan? ThreadCpuTime => null;

        public void Enter()
        {
        }

        public void WaitUntil(long due) => Thread.Yield();

        public void Wake()
        {
        }

        public void Dispose()
        {
        }
    }
}
