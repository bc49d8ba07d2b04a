using Benchmarks.Fetching;
using Benchmarks.Recording;
using Fixtures.Server;
using Fixtures.Telemetry;

namespace Benchmarks.Instrument.Checks;

/// <summary>Counts of one operation that do not depend on time, so they are the same on every machine.</summary>
/// <param name="Requests">HTTP exchanges.</param>
/// <param name="Connections">Connections that were opened during the operation.</param>
/// <param name="PeakInFlight">Most requests in the server at once.</param>
/// <param name="Fetched">The digest of the responses.</param>
public sealed record HeldOperation(int Requests, int Connections, int PeakInFlight, FetchDigest Fetched)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(250);

    // If all requests are promised at once, the last arrival ends the wait. So only a strategy that breaks its promise waits for long, and
    // a short pause of the machine breaks no promise.
    private static readonly TimeSpan s_limitForAll = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_limitEach = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// The server holds its responses until one request more than promised has arrived (impossible if all are promised), or a time limit
    /// has passed. So neither a slow client nor a short latency changes the result. Then the peak is counted from the server's rows.
    /// </summary>
    /// <param name="server">A server in this process, because the check tells it to hold its responses. Every request has the same latency
    /// of at least some milliseconds.</param>
    /// <param name="strategy">Sends the requests.</param>
    /// <param name="work">The requests. With a client that has no connection yet, all connections are counted.</param>
    public static async Task<HeldOperation> ObserveAsync(FixtureServer server, IFetchStrategy strategy, FetchWork work)
    {
        int promised = strategy.Descriptor.PeakInFlight(work.Requests.Count);
        using var pool = PreGrownThreadPool.For(strategy.Descriptor, work.Requests.Count);
        TimeSpan limit = promised < work.Requests.Count ? s_limit : s_limitForAll;
        server.Hold = new HoldGate(Math.Min(promised + 1, work.Requests.Count), limit + (promised * s_limitEach));
        server.Log.Start();
        FetchResult[] fetched = await strategy.FetchAsync(work, CancellationToken.None);
        server.Hold = null;

        ServerTimeline seen = server.Log.Stop();
        TimeSpan half = server.Scenario.OfferedLatency(server.Scenario.Requests.First) / 2;
        return new HeldOperation(seen.Requests.Count, seen.Connections.Count, InFlight.Peak(seen.Requests, half), FetchDigest.Of(fetched));
    }
}
