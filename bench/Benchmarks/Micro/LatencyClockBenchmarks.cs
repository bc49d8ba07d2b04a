using BenchmarkDotNet.Attributes;
using Fixtures.Latency;

namespace Benchmarks.Micro;

/// <summary>
/// What one injected delay really takes: the latency clock against Task.Delay, alone and with others pending on the same clock.
/// The time beyond <see cref="DelayMs"/> is the error; <see cref="LatencyClockProbe"/> gives its percentiles.
/// </summary>
[Waits(Together = nameof(Pending))]
[MemoryDiagnoser]
public class LatencyClockBenchmarks
{
    private ILatencyClock _clock = null!;
    private PendingDelays _others = null!;

    /// <summary>The delay asked for, milliseconds.</summary>
    [Params(1, 5, 20, 57.3)]
    public double DelayMs { get; set; }

    /// <summary>
    /// Delays pending at any time, the measured one included. Beside others its allocations are unknown: they are counted for the process.
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
