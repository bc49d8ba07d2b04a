using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Server;

namespace Benchmarks.Instrument.Limits;

/// <summary>One measurement of how close client and server come to the ideal.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Requests">Requests of one operation.</param>
/// <param name="OfferedMs">Offered latency of each request, milliseconds.</param>
/// <param name="Warmups">Operations before the measured ones.</param>
/// <param name="Iterations">Measured operations.</param>
internal sealed record FetchGoal(string Name, IFetchStrategy Strategy, int Requests, double OfferedMs, int Warmups, int Iterations)
{
    /// <summary>The kind of server, of <see cref="ServerHosts.Kinds"/>.</summary>
    public string Server { get; init; } = ServerHosts.Default;

    /// <summary>The goals of the suite: sequential requests, fan-outs from 150 to 10,000, and no latency at all.</summary>
    public static IReadOnlyList<FetchGoal> All =>
    [
        new("sequential-57.3ms", new SequentialAwait(), 50, 57.3, 1, 5),
        new("sequential-5.73ms", new SequentialAwait(), 150, 5.73, 2, 11),
        new("sequential-0ms", new SequentialAwait(), 2_000, 0, 60, 101),
        new("when-all-150", new WhenAll(), 150, 57.3, 20, 31),
        new("when-all-1000", new WhenAll(), 1_000, 57.3, 20, 31),
        new("when-all-10000", new WhenAll(), 10_000, 57.3, 8, 15),
    ];
}
