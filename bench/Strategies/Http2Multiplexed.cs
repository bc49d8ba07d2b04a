using System.Net;
using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// All requests are started together on a single connection, each in its own stream. Most servers allow a hundred streams; the other
/// requests wait in the client.
/// </summary>
public sealed class Http2Multiplexed : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "http2-multiplexed",
        "WhenAll over HTTP/2",
        "The server supports HTTP/2, and connections are expensive: far away, or encrypted.",
        Schedule.AllAtOnce with { ConnectionLimit = 1, StreamsPerConnection = 100 })
    {
        Protocol = HttpVersion.Version20,
    };

    /// <summary>Without encryption the version cannot be negotiated, so it must be exact.</summary>
    public HttpClient CreateClient() => new()
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>The same code as <see cref="WhenAll"/>; only the client differs.</summary>
    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        new WhenAll().FetchAsync(work, cancellation);
}
