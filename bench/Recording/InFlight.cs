using System.Diagnostics;
using Fixtures.Telemetry;

namespace Benchmarks.Recording;

/// <summary>The number of requests in the server over time, n(t), from the server's own rows.</summary>
public static class InFlight
{
    /// <summary>The integral of n(t) over the whole record: the left side of Little's law times the observed time.</summary>
    public static TimeSpan Integral(IReadOnlyList<RequestRow> rows)
    {
        TimeSpan area = TimeSpan.Zero;
        (long at, int count) = (0, 0);
        foreach ((long time, int change) in Events(rows, early: 0))
        {
            area += count * Stopwatch.GetElapsedTime(at, time);
            (at, count) = (time, count + change);
        }

        return area;
    }

    /// <summary>The largest n(t).</summary>
    /// <param name="overlap">
    /// Two requests that overlap by less count as sequential. A departure is recorded just before the response is sent, so sequential
    /// requests do not overlap; this allows for time stamps of two threads. It must be below the shortest service time.
    /// </param>
    public static int Peak(IReadOnlyList<RequestRow> rows, TimeSpan overlap)
    {
        (int peak, int count) = (0, 0);
        foreach ((_, int change) in Events(rows, (long)(overlap.TotalSeconds * Stopwatch.Frequency)))
            peak = Math.Max(peak, count += change);
        return peak;
    }

    // At the same time, departures come before arrivals.
    private static IEnumerable<(long Time, int Change)> Events(IReadOnlyList<RequestRow> rows, long early) => rows
        .SelectMany(row => new[] { (Time: row.Arrival, Change: 1), (Time: Math.Max(row.Arrival + 1, row.Departure - early), Change: -1) })
        .OrderBy(happened => happened.Time).ThenBy(happened => happened.Change);
}
