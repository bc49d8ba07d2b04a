using Results.Records;
using Results.Statistics;

namespace Results.Summaries;

/// <summary>Computes the figures of a timeline.</summary>
public static class TimelineAnalysis
{
    public static OperationFigures Figures(CaseTimeline timeline)
    {
        RequestSpan[] done = timeline.Requests.Where(r => r.EndMs is not null).ToArray();
        RequestSpan[] served = timeline.Requests.Where(r => r is { ArrivalMs: not null, DepartureMs: not null }).ToArray();
        double[] responses = [.. done.Select(r => r.EndMs!.Value - r.SentMs)];
        double? makespan = done.Length == 0 ? null : done.Max(r => r.EndMs!.Value) - done.Min(r => r.SentMs);
        return new OperationFigures
        {
            MakespanMs = makespan,
            PeakInFlightClient = Peak(done.Select(r => (r.SentMs, r.EndMs!.Value))),
            PeakInFlightServer = Peak(served.Select(r => (r.ArrivalMs!.Value, r.DepartureMs!.Value))),
            MeanInFlight = makespan > 0 ? responses.Sum() / makespan : null,
            RequestsPerSecond = makespan > 0 ? done.Length / makespan * 1000 : null,
            ConnectionsOpened = timeline.Connections.Count,
            ConnectionsUsed = served.Length == 0 ? null : served.Select(r => r.Connection).Distinct().Count(),
            ClientThreads = done.Length == 0 ? null : done.Select(r => r.Thread).Distinct().Count(),
            PeakPoolThreads = timeline.PeakPoolThreads,
            ResponseP50Ms = SampleStatistics.Quantile(responses, 0.5),
            ResponseP90Ms = SampleStatistics.Quantile(responses, 0.9),
            ResponseP99Ms = SampleStatistics.P99(responses),
            ResponseMaxMs = responses.Length == 0 ? null : responses.Max(),
            ServerAllocatedBytesPerRequest = timeline.Requests.Count == 0 ? null : timeline.ServerAllocatedBytes / timeline.Requests.Count,
        };
    }

    /// <summary>The largest number of overlapping intervals. An interval that ends where another begins does not overlap it.</summary>
    public static int? Peak(IEnumerable<(double From, double To)> intervals)
    {
        (double At, int Step)[] events = intervals.SelectMany(i => new[] { (At: i.From, Step: 1), (At: i.To, Step: -1) }).OrderBy(e => e.At)
            .ThenBy(e => e.Step).ToArray();
        if (events.Length == 0)
            return null;
        (int now, int peak) = (0, 0);
        foreach ((double _, int step) in events)
            peak = Math.Max(peak, now += step);
        return peak;
    }
}
