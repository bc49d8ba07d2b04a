using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>All requests are started together, but the client limits its connections. The other requests wait in the client.</summary>
public sealed class MaxConnectionsPerServer(int limit) : IFetchStrategy
{
    /// <summary>A hundred connections, the default of Python's httpx.</summary>
    public MaxConnectionsPerServer()
        : this(100)
    {
    }

    public StrategyDescriptor Descriptor { get; } = new(
        "max-connections-per-server",
        "WhenAll, MaxConnectionsPerServer",
        "One bound must apply to all code that uses the client.",
        Schedule.AllAtOnce with { ConnectionLimit = limit }, limit);

    public HttpClient CreateClient() => new(new SocketsHttpHandler { MaxConnectionsPerServer = limit });

    /// <summary>The same code as <see cref="WhenAll"/>; only the client differs.</summary>
    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        new WhenAll().FetchAsync(work, cancellation);
}
