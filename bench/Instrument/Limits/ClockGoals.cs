using System.Globalization;
using BenchGate.Measuring;
using Benchmarks.Instrument.Checks;
using Fixtures.Latency;
using Results.Records;
using Results.Statistics;

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
    private const int EnoughDelays = 120; // a percentile needs 100, and each delay ends late
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
                (LatencyClockFigures ours, LatencyClockFigures theirs) = await DrawnPair.MeasureAsync(
                    coin, () => ProbeAsync(clock, delay, pending), () => ProbeAsync(taskDelay, delay, pending));
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"clock {delay,5} ms × {pending,-5} {Errors(ours)}, thread {100 * ours.ThreadCpuShare:F1} %; "
                        + $"Task.Delay {Errors(theirs)}"));
                records.AddRange(Goals(string.Create(CultureInfo.InvariantCulture, $"clock-{delay}ms-{pending}-pending"), ours, theirs));
            }
        }

        return records;
    }

    private static Task<LatencyClockFigures> ProbeAsync(ILatencyClock clock, double delayMs, int pending)
    {
        var delay = TimeSpan.FromMilliseconds(delayMs);
        TimeSpan enough = EnoughDelays * delay / pending;
        return LatencyClockProbe.MeasureAsync(clock, delay, pending, enough > s_each ? enough : s_each, CancellationToken.None);
    }

    private static string Errors(LatencyClockFigures clock)
    {
        var late = LatestDelays.Of(clock.ErrorsMs);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"median {MedianMs(clock):F3} {late.Name} {late.Ms:F3} of {clock.ErrorsMs.Count}, longest {clock.ErrorsMs.Max():F2} ms");
    }

    private static double MedianMs(LatencyClockFigures clock) => SampleStatistics.Median(clock.ErrorsMs)!.Value;

    private static IEnumerable<CheckRecord> Goals(string name, LatencyClockFigures ours, LatencyClockFigures theirs)
    {
        var late = LatestDelays.Of(ours.ErrorsMs);
        yield return LimitGoals.AtMost(name + "-median-error", MedianMs(ours), "ms", WorstMedianMs);
        yield return LimitGoals.AtMost($"{name}-{late.Name}-error", late.Ms, "ms", WorstP99Ms);
        yield return LimitGoals.AtMost(name + "-early", ours.Early, "delays", 0);
        if (ours.Delay.TotalMilliseconds <= 20)
            yield return LimitGoals.AtLeast(name + "-times-truer", Math.Abs(MedianMs(theirs)) / MedianMs(ours), "", TimesTruer);
        if (ours.Pending == SpreadPending && ours.Delay == TimeSpan.FromMilliseconds(SpreadDelayMs) && ours.ThreadCpuShare is { } share)
            yield return LimitGoals.AtMost(name + "-thread-cpu", 100 * share, "%", WorstThreadShare);
    }
}
