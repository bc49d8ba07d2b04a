using System.Collections.Concurrent;
using Fixtures.Latency;
using Results.Statistics;
using Tests.Instrument.Checks;

namespace Tests.Latency;

[Collection(Alone.Name)]
public sealed class LatencyClockProbeTests
{
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task Reports_what_was_measured()
    {
        using var clock = new LatencyClock();

        LatencyClockFigures figures =
            await LatencyClockProbe.MeasureAsync(clock, TimeSpan.FromMilliseconds(5), 20, TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.Equal(clock.Name, figures.Clock);
        Assert.Equal(0, figures.Early);
        Assert.InRange(figures.ErrorsMs.Count, 20, int.MaxValue);
        Assert.All(figures.ErrorsMs, error => Assert.InRange(error, 0, 60_000));
        Assert.InRange(figures.ProcessCpuShare, 0, Environment.ProcessorCount + 0.5);
    }

    [Fact]
    public async Task Spread_delays_lie_around_their_mean()
    {
        var clock = new RecordingClock();

        LatencyClockFigures figures = await LatencyClockProbe.MeasureAsync(
            clock, TimeSpan.FromMilliseconds(4), 20, s_turn, CancellationToken.None, spread: 0.5);

        // the first of each loop only begins it, at a time of its own
        HashSet<double> firstMs = [.. Enumerable.Range(0, 20).Select(i => (figures.Delay * (i / 20.0)).TotalMilliseconds)];
        double[] delaysMs = [.. clock.DelaysMs.Where(delay => !firstMs.Contains(delay))];
        Assert.Equal(0.5, figures.Spread);
        Assert.All(delaysMs, delay => Assert.InRange(delay, 2, 6));
        Assert.InRange(delaysMs.Average(), 3.5, 4.5);
        Assert.InRange(delaysMs.Distinct().Count(), delaysMs.Length / 2, delaysMs.Length);
    }

    [Theory, InlineData(-0.1), InlineData(1)]
    public void A_spread_that_leaves_no_delay_is_refused(double spread) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PendingDelays(new RecordingClock(), s_turn, 1, spread));

    [Theory, InlineData(1, 10), InlineData(20, 1)]
    [Trait("Length", "Long")]
    public async Task Is_truer_than_task_delay_in_the_same_run(int delayMs, int pending)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The ratio was measured on Linux.");
        using var clock = new LatencyClock();
        var ours = new List<double>();
        var plain = new List<double>();

        // By turns, so that whatever else the machine does meets both; longer where it does so much that both are late by that alone.
        do
        {
            ours.Add(await MedianErrorMsAsync(clock, delayMs, pending));
            plain.Add(await MedianErrorMsAsync(new TaskDelayClock(), delayMs, pending));
        }
        while (ours.Count < 5 || (ours.Count < 25 && !IsThreeTimesAsTrue()));

        Assert.True(IsThreeTimesAsTrue(), $"{string.Join(' ', ours)} / {string.Join(' ', plain)} ms");

        bool IsThreeTimesAsTrue() => ours.Order().ElementAt(ours.Count / 2) * 3 <= plain.Order().ElementAt(plain.Count / 2);
    }

    [Fact]
    public async Task The_clock_thread_costs_little_where_the_system_tells()
    {
        using var clock = new LatencyClock();
        LatencyClockFigures figures = await LatencyClockProbe.MeasureAsync(
            clock, TimeSpan.FromMilliseconds(57.3), 1000, TimeSpan.FromSeconds(1), CancellationToken.None);

        // 0.02 to 0.15 is usual; the bound is for a machine whose hypervisor takes its time
        if (figures.ThreadCpuShare is { } share)
            Assert.InRange(share, 0, 0.5);
        Assert.Equal(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), figures.ThreadCpuShare is not null);
        Assert.Equal(0, figures.Early);
    }

    private static async Task<double> MedianErrorMsAsync(ILatencyClock clock, int delayMs, int pending)
    {
        try
        {
            return await OnceAsync();
        }
        catch (TimeoutException) // the machine stood still for the whole turn, so that no delay ended in it
        {
            return await OnceAsync();
        }

        async Task<double> OnceAsync() =>
            SampleStatistics.Median((await LatencyClockProbe.MeasureAsync(
                clock, TimeSpan.FromMilliseconds(delayMs), pending, s_turn, CancellationToken.None)).ErrorsMs)!.Value;
    }

    private sealed class RecordingClock : ILatencyClock
    {
        private readonly TaskDelayClock _clock = new();

        public ConcurrentQueue<double> DelaysMs { get; } = [];

        public string Name => "recording";

        public ValueTask DelayAsync(TimeSpan delay, CancellationToken cancellation)
        {
            DelaysMs.Enqueue(delay.TotalMilliseconds);
            return _clock.DelayAsync(delay, cancellation);
        }
    }
}
