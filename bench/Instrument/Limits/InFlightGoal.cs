using Benchmarks.Strategies;
using Results.Records;
using Results.Summaries;

namespace Benchmarks.Instrument.Limits;

/// <summary>
/// Ten thousand requests in flight at once. The latency must be longer than the time to send them all, and the connections must already be
/// open: otherwise the first responses arrive before the last request is sent.
/// </summary>
internal static class InFlightGoal
{
    public const int Requests = 10_000;
    private const double OfferedMs = 2_000;

    public static async Task<CheckRecord> MeasureAsync(string server)
    {
        var goal = new FetchGoal("in-flight-10000", new WhenAll(), Requests, OfferedMs, Warmups: 1, Iterations: 1) { Server = server };
        CaseTimeline timeline = await FetchMeasurement.WatchAsync(goal);
        int peak = TimelineAnalysis.Figures(timeline).PeakInFlightServer ?? 0;
        return LimitGoals.AtLeast("in-flight-10000-peak", peak, "requests", Requests);
    }
}
