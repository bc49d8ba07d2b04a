using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>All requests are started together, but the client opens only so many connections: the others wait inside it.</summary>
public sealed class MaxConnectionsPerServer(int limit) : IFetchStrategy
{
    /// <summary>A hundred connections, as Python's httpx has by default.</summary>
    public MaxConnectionsPerServer()
        : this(100)
    {
    }

    public StrategyDescriptor Descriptor { get; } = new(
        "max-connections-per-server",
        "WhenAll, MaxConnectionsPerServer",
        "One bound is to hold for everything that uses the client, whoever calls it.",
        Schedule.AllAtOnce with { ConnectionLimit = limit });

    public HttpClient CreateClient() => new(new SocketsHttpHandler { MaxConnectionsPerServer = limit });

    /// <summary>The code is that of <see cref="WhenAll"/>; only the client is another.</summary>
    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        new WhenAll().FetchAsync(work, cancellation);
}
