using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Server;
using Results.Records;

namespace Benchmarks.Checks;

/// <summary>Does a strategy have as many requests in flight as its descriptor says: not fewer, and not more?</summary>
public static class PeakInFlightCheck
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_patienceEach = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// The server holds its answers until one request more than promised has arrived (there can be none if all are promised) or a time
    /// limit has passed, so that neither a slow client nor a short latency decides; then the peak is counted from the server's rows.
    /// </summary>
    /// <param name="server">In this process, since it must be told to hold; offers every request the same latency, at least some milliseconds.</param>
    /// <param name="strategy">What makes the requests.</param>
    /// <param name="work">The requests.</param>
    public static async Task<CheckRecord> RunAsync(FixtureServer server, IFetchStrategy strategy, FetchWork work)
    {
        int promised = strategy.Descriptor.PeakInFlight(work.Urls.Count);
        using var pool = GrownPool.For(strategy.Descriptor, work.Urls.Count);
        server.Hold = new HoldGate(Math.Min(promised + 1, work.Urls.Count), s_patience + (promised * s_patienceEach));
        server.Log.Start();
        await strategy.FetchAsync(work, CancellationToken.None);
        server.Hold = null;

        TimeSpan half = server.Scenario.OfferedLatency(server.Scenario.Requests.First) / 2;
        int peak = InFlight.Peak(server.Log.Stop().Requests, half);
        return CheckBound.Exactly(promised).Judge($"peak-in-flight-{strategy.Descriptor.Id}", peak, "requests",
            peak > promised
                ? "The strategy sends more at once than its descriptor says, so its ideal is wrong: correct the schedule in the descriptor, or the code."
                : "The strategy sends fewer at once than its descriptor says, so its ideal is wrong: look for a limit of connections or a blocking call, or correct the descriptor.");
    }
}
