using Benchmarks.Serving;

namespace Benchmarks.Lessons;

/// <summary>
/// Finds fast and slow requests of a server with bimodal latency. The server draws from a seed, so they are known before.
/// </summary>
internal static class PickedRequests
{
    /// <summary>A request that takes the usual time.</summary>
    public static Uri Usual(ScratchServer server) => Of(server, server.Scenario.Requests.Numbers.MinBy(server.Scenario.OfferedLatency));

    /// <summary>A request that takes long.</summary>
    public static Uri Slow(ScratchServer server) => Of(server, server.Scenario.Requests.Numbers.MaxBy(server.Scenario.OfferedLatency));

    private static Uri Of(ScratchServer server, int number) => new(server.Addresses.Http1, server.Scenario.Requests.PathOf(number));
}
