using BenchmarkDotNet.Attributes;
using Fixtures.Latency;

namespace Benchmarks.Micro;

/// <summary>
/// The real time of one injected delay: the latency clock and Task.Delay, alone and with other delays pending on the same clock.
/// The time above <see cref="DelayMs"/> is the error; <see cref="LatencyClockProbe"/> measures its percentiles.
/// </summary>
[Waits(Together = nameof(Pending))]
[MemoryDiagnoser]
public class LatencyClockBenchmarks
{
    private ILatencyClock _clock = null!;
    private PendingDelays _others = null!;

    /// <summary>The requested delay, milliseconds.</summary>
    [Params(1, 5, 20, 57.3)]
    public double DelayMs { get; set; }

    /// <summary>
    /// Delays pending at any time, with the measured one. If there are others, its allocations are unknown, because the process counts all.
    /// </summary>
    [Params(1, 150, 1000)]
    public int Pending { get; set; }

    [GlobalSetup(Target = nameof(TaskDelay))]
    public void SetUpTaskDelay() => SetUp(new TaskDelayClock());

    [GlobalSetup(Target = nameof(LatencyClock))]
    public void SetUpLatencyClock() => SetUp(new LatencyClock());

    [Benchmark(Baseline = true, Description = "Task.Delay")]
    public ValueTask TaskDelay() => _clock.DelayAsync(TimeSpan.FromMilliseconds(DelayMs), CancellationToken.None);

    [Benchmark(Description = "latency clock")]
    public ValueTask LatencyClock() => _clock.DelayAsync(TimeSpan.FromMilliseconds(DelayMs), CancellationToken.None);

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _others.DisposeAsync();
        (_clock as IDisposable)?.Dispose();
    }

    private void SetUp(ILatencyClock clock)
    {
        _clock = clock;
        _others = new PendingDelays(clock, TimeSpan.FromMilliseconds(DelayMs), Pending - 1, spread: 0.5);
    }
}
