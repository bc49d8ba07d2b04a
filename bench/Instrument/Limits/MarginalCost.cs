using Results.Statistics;

namespace Benchmarks.Instrument.Limits;

/// <summary>
/// What each request beyond the first thousand adds to the makespan: (median of 10,000 − median of 1,000) / 9,000, microseconds.
/// </summary>
/// <param name="Lower">The 95 % interval, within this run.</param>
internal sealed record MarginalCost(double Us, double Lower, double Upper)
{
    private const int Few = 1_000;
    private const int Many = 10_000;

    /// <summary>Null if one of the two fan-outs was not measured.</summary>
    public static MarginalCost? Of(IReadOnlyList<FetchMeasurement> fetches, string strategy, string server)
    {
        if (Find(Few) is not { } few || Find(Many) is not { } many)
            return null;
        var difference = MedianDifference.Between(few.MillisecondsEach, many.MillisecondsEach);
        return new MarginalCost(UsEach(difference.Estimate), UsEach(difference.Lower), UsEach(difference.Upper));

        FetchMeasurement? Find(int requests) => fetches.FirstOrDefault(fetch =>
            fetch.Goal.Server == server && fetch.Goal.Requests == requests && fetch.Goal.Strategy.Descriptor.Id == strategy);
    }

    private static double UsEach(double ms) => ms * 1000 / (Many - Few);
}
