using Benchmarks.Fetching;
using Fixtures.Server;
using Results.Records;

namespace Benchmarks.Instrument.Checks;

/// <summary>Checks that a strategy has exactly as many requests in flight as its descriptor says.</summary>
public static class PeakInFlightCheck
{
    /// <inheritdoc cref="HeldOperation.ObserveAsync"/>
    public static async Task<CheckRecord> RunAsync(FixtureServer server, IFetchStrategy strategy, FetchWork work)
    {
        int promised = strategy.Descriptor.PeakInFlight(work.Requests.Count);
        int peak = (await HeldOperation.ObserveAsync(server, strategy, work)).PeakInFlight;
        return CheckBound.Exactly(promised).Judge($"peak-in-flight-{strategy.Descriptor.Id}", peak, "requests",
            peak > promised
                ? "The strategy sends more requests at once than its descriptor says, so its ideal is wrong: "
                    + "correct the descriptor's schedule, or the code."
                : "The strategy sends fewer requests at once than its descriptor says, so its ideal is wrong: "
                    + "look for a connection limit or a blocking call, or correct the descriptor.");
    }
}
