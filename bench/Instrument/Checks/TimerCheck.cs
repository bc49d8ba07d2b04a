using Results.Records;
using Results.Statistics;

namespace Benchmarks.Instrument.Checks;

/// <summary>Checks the resolution of the clock, and how late a thread wakes that waits with a timeout.</summary>
public static class TimerCheck
{
    private const int Steps = 200;
    private const int Waits = 50;

    /// <summary>
    /// A thousandth of the shortest offered latency of the profiles (about 1 ms). Current systems have 0.001 to 0.1 µs.
    /// </summary>
    public static CheckBound StepUs { get; } = CheckBound.AtMost(1);

    /// <summary>A little more than the longest tick of a current system (Windows, 15.6 ms). Linux has ticks of 1 to 10 ms.</summary>
    public static CheckBound OverrunMs { get; } = CheckBound.AtMost(20);

    /// <param name="time">The source of the suite's durations.</param>
    public static IReadOnlyList<CheckRecord> Run(TimeProvider time) =>
    [
        StepUs.Judge("timer-step", MedianStepUs(time), "µs",
            "The time stamps are too coarse for short benchmarks: use a machine whose clock source is its processor's counter "
                + "(Linux: tsc)."),
        OverrunMs.Judge("timed-wait-overrun", MedianOverrunMs(time), "ms",
            "A thread that waits 1 ms wakes far too late: the machine is overloaded or throttled; "
                + "measure when it is idle, or on another machine."),
    ];

    /// <summary>The median of the differences between a time stamp and the next one that is not equal to it.</summary>
    private static double MedianStepUs(TimeProvider time)
    {
        double[] steps = new double[Steps];
        for (int i = 0; i < Steps; i++)
        {
            long now = time.GetTimestamp();
            long next;
            while ((next = time.GetTimestamp()) == now)
            {
            }

            steps[i] = (next - now) * 1e6 / time.TimestampFrequency; // a TimeSpan would round it to 0.1 µs
        }

        return SampleStatistics.Median(steps)!.Value;
    }

    private static double MedianOverrunMs(TimeProvider time)
    {
        var wait = TimeSpan.FromMilliseconds(1);
        double[] overruns = new double[Waits];
        using var never = new ManualResetEvent(initialState: false);
        for (int i = 0; i < Waits; i++)
        {
            long start = time.GetTimestamp();
            never.WaitOne(wait);
            overruns[i] = (time.GetElapsedTime(start) - wait).TotalMilliseconds;
        }

        return SampleStatistics.Median(overruns)!.Value;
    }
}
