using System.Globalization;
using Fixtures.Latency;
using Results.Records;

namespace Benchmarks.Instrument.Limits;

/// <summary>
/// Compares the accuracy of the latency clock and of Task.Delay, in pairs of drawn order. The pending delays are all equal: they start
/// spread over time, but delays that end at the same wake-up stay together.
/// </summary>
internal static class ClockGoals
{
    private const double WorstMedianMs = 0.2;
    private const double WorstP99Ms = 1;
    private const double WorstThreadShare = 3;
    private const double TimesTruer = 10;
    private const double SpreadDelayMs = 57.3;
    private const int SpreadPending = 1_000;
    private static readonly double[] s_delaysMs = [1, 5, 20, 57.3];
    private static readonly int[] s_pending = [1, 150, 1_000];
    private static readonly TimeSpan s_each = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<CheckRecord>> MeasureAsync(TextWriter output)
    {
        List<CheckRecord> records = [];
        using var clock = new LatencyClock();
        var taskDelay = new TaskDelayClock();
        var coin = new Random(1);
        foreach (double delay in s_delaysMs)
        {
            foreach (int pending in s_pending)
            {
                bool oursFirst = coin.Next(2) == 0;
                LatencyClockFigures first = await ProbeAsync(oursFirst ? clock : taskDelay, delay, pending);
                LatencyClockFigures second = await ProbeAsync(oursFirst ? taskDelay : clock, delay, pending);
                (LatencyClockFigures ours, LatencyClockFigures theirs) = oursFirst ? (first, second) : (second, first);
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"clock {delay,5} ms × {pending,-5} median {ours.MedianErrorMs:F3} p95 {ours.P95ErrorMs:F3} p99 {ours.P99ErrorMs:F3} "
                        + $"max {ours.MaxErrorMs:F2} ms, thread {100 * ours.ThreadCpuShare:F1} %; Task.Delay "
                        + $"median {theirs.MedianErrorMs:F3} p99 {theirs.P99ErrorMs:F3} ms"));
                records.AddRange(Goals(string.Create(CultureInfo.InvariantCulture, $"clock-{delay}ms-{pending}-pending"), ours, theirs));
            }
        }

        return records;
    }

    private static Task<LatencyClockFigures> ProbeAsync(ILatencyClock clock, double delayMs, int pending) =>
        LatencyClockProbe.MeasureAsync(clock, TimeSpan.FromMilliseconds(delayMs), pending, s_each, CancellationToken.None);

    private static IEnumerable<CheckRecord> Goals(string name, LatencyClockFigures ours, LatencyClockFigures theirs)
    {
        yield return LimitGoals.AtMost(name + "-median-error", ours.MedianErrorMs, "ms", WorstMedianMs);
        yield return LimitGoals.AtMost(name + "-p99-error", ours.P99ErrorMs, "ms", WorstP99Ms);
        yield return LimitGoals.AtMost(name + "-early", ours.Early, "delays", 0);
        if (ours.Delay.TotalMilliseconds <= 20)
            yield return LimitGoals.AtLeast(name + "-times-truer", Math.Abs(theirs.MedianErrorMs) / ours.MedianErrorMs, "", TimesTruer);
        if (ours.Pending == SpreadPending && ours.Delay == TimeSpan.FromMilliseconds(SpreadDelayMs) && ours.ThreadCpuShare is { } share)
            yield return LimitGoals.AtMost(name + "-thread-cpu", 100 * share, "%", WorstThreadShare);
    }
}
