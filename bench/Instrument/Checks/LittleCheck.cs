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
/// For one operation the observed time cancels on both sides. The result is
/// integral of the server's in-flight = sum of the clients' response times.
/// The left side comes from the server's arrivals and departures, the right side from the client. So a request that one of them did not
/// record, or a time stamp in the wrong place, breaks the equation. The sides are never exactly equal: a response time also contains the
/// time outside the server. So the bounds depend on the strategy.
/// </remarks>
public static class LittleCheck
{
    /// <summary>
    /// One request at a time: besides the service time there are only the transport and the client's own code, about 0.1 ms. On a host that
    /// takes 5 % of the processor, the ratio was 0.85. A departure is recorded just before the response is sent, so the server's time is
    /// within the client's time. The ratio is above 1 only if the client did not record a request.
    /// </summary>
    public static CheckBound Sequential { get; } = new(0.75, 1.02);

    /// <summary>
    /// All at once: a request counts as sent when the strategy starts it. Then it waits in the client for the processor, and its response
    /// waits for the processor again. With delays of a few milliseconds that is as long as the service itself.
    /// </summary>
    public static CheckBound FanOut { get; } = new(0.4, 1.05);

    /// <summary>
    /// The bound for a strategy. If all requests are sent at once, but only some have a connection or a stream at a time, the others wait
    /// in the client. Of N requests with m places and equal latency L, the j-th group of m gets its responses after j · L, so response
    /// times are longer by as much.
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
        "The server had more requests in flight than its clients recorded: "
            + "a request was not recorded, or a time stamp is in the wrong place; "
            + "do not trust timelines and in-flight figures of this build.";

    private const string TooLow =
        "A large part of the response times was outside the server: other programs delayed the client (see neighbour-cpu), "
            + "or the server did not record a request; measure again on a quiet machine; "
            + "if the result is the same, do not trust timelines of this build.";

    /// <returns>Integral of the server's in-flight / sum of the clients' response times.</returns>
    /// <param name="server">The address at which the server's log is switched on and off.</param>
    /// <param name="strategy">Sends the requests.</param>
    /// <param name="work">At least one request.</param>
    /// <param name="bound">Bound of the ratio.</param>
    /// <param name="operations">
    /// How many operations are recorded. Their median is judged, because a single stall halves the ratio of a short operation.
    /// But no stall can cause a ratio above the bound, so one such ratio is enough.
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
        return judged with { Ok = judged.Ok && ratio is not null }; // fails if nothing was recorded
    }

    private static double? RatioOf(BothSides seen)
    {
        TimeSpan responses = seen.Client.Where(row => row.Ended != 0)
            .Aggregate(TimeSpan.Zero, (sum, row) => sum + Stopwatch.GetElapsedTime(row.Sent, row.Ended));
        return responses > TimeSpan.Zero ? InFlight.Integral(seen.Server) / responses : null;
    }
}
