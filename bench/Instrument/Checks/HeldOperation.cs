using Benchmarks.Fetching;
using Benchmarks.Recording;
using Fixtures.Server;
using Fixtures.Telemetry;

namespace Benchmarks.Instrument.Checks;

/// <summary>What one operation did, with time taken out of it: a figure of the code, the same on any machine.</summary>
/// <param name="Requests">HTTP exchanges.</param>
/// <param name="Connections">Connections that were opened meanwhile.</param>
/// <param name="PeakInFlight">Most requests in the server's hands at once.</param>
/// <param name="Fetched">What came back.</param>
public sealed record HeldOperation(int Requests, int Connections, int PeakInFlight, FetchDigest Fetched)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    // Where all are promised the last arrival ends the wait, so that only who breaks the promise waits for long: a machine that stands
    // still for a moment breaks none.
    private static readonly TimeSpan s_patienceForAll = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_patienceEach = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// The server holds its answers until one request more than promised has arrived (there can be none if all are promised) or a time
    /// limit has passed, so that neither a slow client nor a short latency decides; then the peak is counted from the server's rows.
    /// </summary>
    /// <param name="server">In this process, since it must be told to hold; offers every request the same latency, at least some
    /// milliseconds.</param>
    /// <param name="strategy">What makes the requests.</param>
    /// <param name="work">The requests; with a client that has no connection yet, all that are needed are counted.</param>
    public static async Task<HeldOperation> ObserveAsync(FixtureServer server, IFetchStrategy strategy, FetchWork work)
    {
        int promised = strategy.Descriptor.PeakInFlight(work.Requests.Count);
        using var pool = PreGrownThreadPool.For(strategy.Descriptor, work.Requests.Count);
        TimeSpan patience = promised < work.Requests.Count ? s_patience : s_patienceForAll;
        server.Hold = new HoldGate(Math.Min(promised + 1, work.Requests.Count), patience + (promised * s_patienceEach));
        server.Log.Start();
        FetchResult[] fetched = await strategy.FetchAsync(work, CancellationToken.None);
        server.Hold = null;

        ServerTimeline seen = server.Log.Stop();
        TimeSpan half = server.Scenario.OfferedLatency(server.Scenario.Requests.First) / 2;
        return new HeldOperation(seen.Requests.Count, seen.Connections.Count, InFlight.Peak(seen.Requests, half), FetchDigest.Of(fetched));
    }
}
