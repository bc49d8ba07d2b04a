using System.Diagnostics;
using Benchmarks.Fetching;
using Benchmarks.Recording;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Instrument.Checks;

/// <summary>
/// Little's law between independent records: mean in-flight = throughput × mean response time
/// (J. D. C. Little, "A Proof for the Queuing Formula: L = λW", Operations Research 9, 1961).
/// </summary>
/// <remarks>
/// Over one operation the time observed cancels out of both sides, and what is left is
/// integral of the server's in-flight = sum of the clients' response times.
/// The left side is the server's arrivals and departures, the right side is the client's, so a request that one of them missed,
/// or a time stamp in the wrong place, breaks it. The sides are never quite equal: a response time also holds what happens outside
/// of the server, which is why the bounds depend on the strategy.
/// </remarks>
public static class LittleCheck
{
    /// <summary>
    /// One request at a time: beside the service there are only the way there and back and the client's own code, some 0.1 ms;
    /// where the host takes 5 % of the processor away the ratio was seen at 0.85. A departure is noted just before the reply leaves,
    /// so the server's time lies within the client's, and the ratio is above 1 only if a request is missing on the client's side.
    /// </summary>
    public static CheckBound Sequential { get; } = new(0.75, 1.02);

    /// <summary>
    /// All at once: a request counts as sent when the strategy starts it, but waits in the client for the processor, and its reply
    /// waits for the processor again; with delays of a few milliseconds that is as much as the service itself.
    /// </summary>
    public static CheckBound FanOut { get; } = new(0.4, 1.05);

    /// <summary>
    /// The bound for a strategy. Where all are sent at once, but only some have a connection or a stream at a time, the others wait
    /// in the client: of N with m places and equal latency L, the j-th m answer after j · L, which makes the responses that much longer.
    /// </summary>
    public static CheckBound BoundOf(StrategyDescriptor strategy, int requests)
    {
        int places = strategy.PeakInFlight(requests);
        if (places == 1 && strategy.Schedule.Limit == 1)
            return Sequential;
        bool waitInside = Math.Min(strategy.Schedule.Limit, requests) > places;
        double responses = Enumerable.Range(0, requests).Sum(i => 1 + (i / places));
        return waitInside ? FanOut with { Least = FanOut.Least * requests / responses } : FanOut;
    }

    private const string TooHigh =
        "The server had more under way than its clients recorded: a request was not recorded, or a time is taken in the wrong place; do not trust timelines and in-flight figures of this build.";

    private const string TooLow =
        "Much of the response times passed outside of the server: other programs held the client up (see neighbour-cpu), or the server did not record a request; measure again on a quiet machine, and if it stays do not trust timelines of this build.";

    /// <returns>Integral of the server's in-flight / sum of the clients' response times.</returns>
    /// <param name="server">Where the server's log is switched.</param>
    /// <param name="strategy">What makes the requests.</param>
    /// <param name="work">At least one address.</param>
    /// <param name="bound">Of the ratio.</param>
    /// <param name="operations">
    /// How many are recorded. Their median is judged, since a single stall halves the ratio of a short one;
    /// but a ratio above the bound is no stall's doing, so one such decides.
    /// </param>
    public static async Task<CheckRecord> RunAsync(Uri server, IFetchStrategy strategy, FetchWork work, CheckBound bound, int operations)
    {
        await strategy.FetchAsync(work, CancellationToken.None); // connects and compiles
        var ratios = new List<double>();
        for (int i = 0; i < operations; i++)
        {
            if (RatioOf(await BothSides.RecordAsync(server, strategy, work)) is { } one)
                ratios.Add(one);
        }

        double? ratio = ratios.Exists(one => one > bound.Most) ? ratios.Max() : SampleStatistics.Median(ratios);
        CheckRecord judged = bound.Judge($"little-{strategy.Descriptor.Id}", ratio, "", ratio < bound.Least ? TooLow : TooHigh);
        return judged with { Ok = judged.Ok && ratio is not null }; // nothing recorded is no pass
    }

    private static double? RatioOf(BothSides seen)
    {
        TimeSpan responses = seen.Client.Where(row => row.Ended != 0)
            .Aggregate(TimeSpan.Zero, (sum, row) => sum + Stopwatch.GetElapsedTime(row.Sent, row.Ended));
        return responses > TimeSpan.Zero ? InFlight.Integral(seen.Server) / responses : null;
    }
}
