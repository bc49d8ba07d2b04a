using Fixtures.Latency;

namespace Tests.Latency;

public sealed class LatencyClockProbeTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task Reports_what_was_measured()
    {
        using var clock = new LatencyClock();

        LatencyClockFigures figures = await LatencyClockProbe.MeasureAsync(clock, TimeSpan.FromMilliseconds(5), 20, Turn, CancellationToken.None);

        Assert.Equal(clock.Name, figures.Clock);
        Assert.Equal(0, figures.Early);
        Assert.InRange(figures.Samples, 20, 20 * 50);
        Assert.InRange(figures.MedianErrorMs, 0, figures.P95ErrorMs);
        Assert.InRange(figures.P99ErrorMs, figures.P95ErrorMs, figures.MaxErrorMs);
        Assert.InRange(figures.ProcessCpuShare, 0, Environment.ProcessorCount + 0.5);
    }

    [Theory, InlineData(1), InlineData(5)]
    public async Task Is_truer_than_task_delay_in_the_same_run(int delayMs)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The ratio was measured on Linux.");
        using var clock = new LatencyClock();
        var ours = new List<double>();
        var plain = new List<double>();

        // by turns, so that whatever else the machine does meets both
        for (int round = 0; round < 5; round++)
        {
            ours.Add(await MedianErrorMsAsync(clock, delayMs));
            plain.Add(await MedianErrorMsAsync(new TaskDelayClock(), delayMs));
        }

        Assert.True(ours.Order().ElementAt(2) * 3 <= plain.Order().ElementAt(2), $"{string.Join(' ', ours)} / {string.Join(' ', plain)} ms");
    }

    [Fact]
    public async Task The_clock_thread_costs_little_where_the_system_tells()
    {
        using var clock = new LatencyClock();
        LatencyClockFigures figures = await LatencyClockProbe.MeasureAsync(
            clock, TimeSpan.FromMilliseconds(57.3), 1000, TimeSpan.FromSeconds(1), CancellationToken.None);

        // 0.02 is usual; the bound is for a machine whose hypervisor takes its time
        if (figures.ThreadCpuShare is { } share)
            Assert.InRange(share, 0, 0.5);
        Assert.Equal(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), figures.ThreadCpuShare is not null);
        Assert.Equal(0, figures.Early);
    }

    private static async Task<double> MedianErrorMsAsync(ILatencyClock clock, int delayMs) =>
        (await LatencyClockProbe.MeasureAsync(clock, TimeSpan.FromMilliseconds(delayMs), 10, Turn, CancellationToken.None)).MedianErrorMs;
}
