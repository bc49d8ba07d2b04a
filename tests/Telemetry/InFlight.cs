using Fixtures.Telemetry;

namespace Tests.Telemetry;

/// <summary>How many requests a server had at once, from its own rows.</summary>
internal static class InFlight
{
    /// <summary>
    /// The most requests between arrival and departure at any moment; one that arrives as another departs comes after it.
    /// </summary>
    public static int PeakOf(IEnumerable<RequestRow> rows)
    {
        (int now, int peak) = (0, 0);
        foreach ((_, int change) in rows.SelectMany(row => new[] { (row.Arrival, +1), (row.Departure, -1) }).Order())
            peak = Math.Max(peak, now += change);
        return peak;
    }
}
