using Benchmarks.Fetching;
using Fixtures.Server;
using Results.Records;

namespace Benchmarks.Instrument.Checks;

/// <summary>Does a strategy have as many requests in flight as its descriptor says: not fewer, and not more?</summary>
public static class PeakInFlightCheck
{
    /// <inheritdoc cref="HeldOperation.ObserveAsync"/>
    public static async Task<CheckRecord> RunAsync(FixtureServer server, IFetchStrategy strategy, FetchWork work)
    {
        int promised = strategy.Descriptor.PeakInFlight(work.Requests.Count);
        int peak = (await HeldOperation.ObserveAsync(server, strategy, work)).PeakInFlight;
        return CheckBound.Exactly(promised).Judge($"peak-in-flight-{strategy.Descriptor.Id}", peak, "requests",
            peak > promised
                ? "The strategy sends more at once than its descriptor says, so its ideal is wrong: correct the schedule in the descriptor, or the code."
                : "The strategy sends fewer at once than its descriptor says, so its ideal is wrong: look for a limit of connections or a blocking call, or correct the descriptor.");
    }
}
