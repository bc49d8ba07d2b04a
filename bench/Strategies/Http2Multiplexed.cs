using System.Net;
using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// All requests are started together on a single connection, each in a stream of its own; most servers allow a hundred streams, and the
/// others wait in the client.
/// </summary>
public sealed class Http2Multiplexed : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "http2-multiplexed",
        "WhenAll over HTTP/2",
        "The server speaks HTTP/2, and connections are dear: far away, or encrypted.",
        Schedule.AllAtOnce with { ConnectionLimit = 1, StreamsPerConnection = 100 })
    {
        Protocol = HttpVersion.Version20,
    };

    /// <summary>Without encryption nothing is negotiated: the version must be exact.</summary>
    public HttpClient CreateClient() => new()
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>The code is that of <see cref="WhenAll"/>; only the client is another.</summary>
    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        new WhenAll().FetchAsync(work, cancellation);
}
