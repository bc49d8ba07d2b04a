using Fixtures.Latency;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Instrument.Checks;

/// <summary>Checks that the injected latency is correct on this machine, at this time.</summary>
public static class LatencyErrorCheck
{
    /// <summary>
    /// A twentieth of the standard profile's shortest delay. The median consists of a thread's wake-up and the clock's coalescing window
    /// (0.15 ms); Task.Delay has 2 to 3 ms.
    /// </summary>
    public static CheckBound MedianMs { get; } = CheckBound.AtMost(0.3);

    /// <summary>
    /// A time slice of a scheduler. If a host takes more than 1 % of the processor in slices, as with an ordinary cloud machine, such a
    /// slice is the 99th percentile: 3 ms were seen at 2 % steal, 9 ms at 14 %. Without steal it is below 1 ms.
    /// </summary>
    public static CheckBound P99Ms { get; } = CheckBound.AtMost(10);

    /// <param name="clock">The clock that delays the server's requests.</param>
    /// <param name="delay">A delay of the scenario; above zero.</param>
    /// <param name="pending">The number of equal delays pending at any time. They start spread over time, but delays that end at the same
    /// wake-up stay together.</param>
    /// <param name="duration">How long to measure.</param>
    /// <param name="median">Bound of the median error, milliseconds.</param>
    /// <param name="latest">Bound of the 99th percentile, or of the longest error of fewer than 100 delays; milliseconds.</param>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(
        ILatencyClock clock, TimeSpan delay, int pending, TimeSpan duration, CheckBound median, CheckBound latest)
    {
        LatencyClockFigures seen = await LatencyClockProbe.MeasureAsync(clock, delay, pending, duration, CancellationToken.None);
        var late = LatestDelays.Of(seen.ErrorsMs);
        return
        [
            median.Judge("latency-error-median", SampleStatistics.Median(seen.ErrorsMs), "ms",
                "Delays end late, so every time is too long by this amount: close other programs; give a virtual machine its own cores."),
            latest.Judge("latency-error-" + late.Name, late.Ms, "ms",
                "Some delays end very late, so the machine may have caused single slow requests: close other programs and measure again."),
            CheckBound.Exactly(0).Judge("latency-early", seen.Early, "delays",
                "A delay ended too early, which makes the ideal wrong: report it, with the clock's name, as a bug of the latency clock."),
        ];
    }
}
