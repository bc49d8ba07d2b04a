using System.Net;
using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Model;

namespace Benchmarks.Lessons;

/// <summary>HTTP/2 that opens a second connection when all streams of the first one are in use.</summary>
internal sealed class Http2MoreConnections : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "http2-more-connections",
        "WhenAll over HTTP/2, more connections",
        "More requests are in flight than the server allows streams.",
        Schedule.AllAtOnce)
    {
        Protocol = HttpVersion.Version20,
    };

    public HttpClient CreateClient() => new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        new WhenAll().FetchAsync(work, cancellation);
}
