using Benchmarks.Serving;

namespace Benchmarks.Lessons;

/// <summary>
/// Requests of a server whose latency is bimodal, by what they meet. The server draws from a seed, so it is known beforehand.
/// </summary>
internal static class PickedRequests
{
    /// <summary>A request that takes the usual time.</summary>
    public static Uri Usual(ScratchServer server) => Of(server, server.Scenario.Requests.Numbers.MinBy(server.Scenario.OfferedLatency));

    /// <summary>A request that takes long.</summary>
    public static Uri Slow(ScratchServer server) => Of(server, server.Scenario.Requests.Numbers.MaxBy(server.Scenario.OfferedLatency));

    private static Uri Of(ScratchServer server, int number) => new(server.Addresses.Http1, server.Scenario.Requests.PathOf(number));
}
