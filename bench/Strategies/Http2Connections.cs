using System.Net;
using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// All requests are started together over HTTP/2. When all streams of a connection are in use, the client opens another connection, so no
/// request waits in the client.
/// </summary>
public sealed class Http2Connections : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "http2-connections",
        "WhenAll over HTTP/2, several connections",
        "More requests are in flight than the server allows streams on one connection.",
        Schedule.AllAtOnce with { StreamsPerConnection = 100 })
    {
        Protocol = HttpVersion.Version20,
    };

    public HttpClient CreateClient() => new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>The same code as <see cref="WhenAll"/>; only the client differs.</summary>
    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        new WhenAll().FetchAsync(work, cancellation);
}
