using Fixtures.Latency;
using Results.Records;

namespace Benchmarks.Instrument.Checks;

/// <summary>Is the injected latency what was asked for, on this machine, now?</summary>
public static class LatencyErrorCheck
{
    /// <summary>
    /// A twentieth of the standard profile's shortest delay. A thread's wake and the clock's coalescing window (0.15 ms) make up the
    /// median; Task.Delay has 2 to 3 ms.
    /// </summary>
    public static CheckBound MedianMs { get; } = CheckBound.AtMost(0.3);

    /// <summary>
    /// A slice of a scheduler. Where more than 1 % of the processor is taken away in slices, as an ordinary cloud machine's host does,
    /// such a slice is the 99th percentile: 3 ms were seen at 2 % steal, 9 ms at 14 %. Without any it is below 1 ms.
    /// </summary>
    public static CheckBound P99Ms { get; } = CheckBound.AtMost(10);

    /// <param name="clock">The clock that makes the server's requests wait.</param>
    /// <param name="delay">A delay as the scenario offers it; above zero.</param>
    /// <param name="pending">Delays pending at any time, all equal: they begin spread, but those that once end at the same wake go on
    /// together.</param>
    /// <param name="duration">How long to measure.</param>
    /// <param name="median">Bound of the median error, milliseconds.</param>
    /// <param name="p99">Bound of the 99th percentile, milliseconds.</param>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(
        ILatencyClock clock, TimeSpan delay, int pending, TimeSpan duration, CheckBound median, CheckBound p99)
    {
        LatencyClockFigures seen = await LatencyClockProbe.MeasureAsync(clock, delay, pending, duration, CancellationToken.None);
        return
        [
            median.Judge("latency-error-median", seen.MedianErrorMs, "ms",
                "Delays end late, so every time is too long by this: close other programs; in a virtual machine, give it cores of its own."),
            p99.Judge("latency-error-p99", seen.P99ErrorMs, "ms",
                "Some delays end very late, so single slow requests may be the machine's doing: close other programs and measure again."),
            CheckBound.Exactly(0).Judge("latency-early", seen.Early, "delays",
                "A delay ended before its time, which makes the ideal wrong: report it, with the clock's name, as a fault of the latency clock."),
        ];
    }
}
