using System.Diagnostics;
using Fixtures.Telemetry;

namespace Benchmarks.Recording;

/// <summary>The number of requests in the server's hands over time, n(t), from the server's own rows.</summary>
public static class InFlight
{
    /// <summary>The integral of n(t) over the whole record: request-time, the left side of Little's law times the time observed.</summary>
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
    /// Two requests that overlap by less are taken as one after the other. A departure is noted just before the reply leaves, so requests
    /// that are sent one after the other do not overlap; this is room for time stamps of two threads. Below the shortest service time.
    /// </param>
    public static int Peak(IReadOnlyList<RequestRow> rows, TimeSpan overlap)
    {
        (int peak, int count) = (0, 0);
        foreach ((_, int change) in Events(rows, (long)(overlap.TotalSeconds * Stopwatch.Frequency)))
            peak = Math.Max(peak, count += change);
        return peak;
    }

    // At one and the same moment the departures come first: they make room for the arrivals.
    private static IEnumerable<(long Time, int Change)> Events(IReadOnlyList<RequestRow> rows, long early) => rows
        .SelectMany(row => new[] { (Time: row.Arrival, Change: 1), (Time: Math.Max(row.Arrival + 1, row.Departure - early), Change: -1) })
        .OrderBy(happened => happened.Time).ThenBy(happened => happened.Change);
}
