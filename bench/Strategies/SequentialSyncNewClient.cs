using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>Article A's synchronous loop: one request after the other, with a new client for each.</summary>
public sealed class SequentialSyncNewClient : ISyncFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "sequential-sync-new-client",
        "Sequential sync, new client per request",
        "Never: it opens a new connection for every request.",
        Schedule.Sequential with { Connections = Connections.PerRequest })
    {
        Threads = ThreadUse.Caller,
        IsAntiPattern = true,
    };

    public FetchResult[] Fetch(FetchWork work, CancellationToken cancellation)
    {
        var results = new FetchResult[work.Requests.Count];
        for (int i = 0; i < results.Length; i++)
        {
            using HttpClient client = work.NewClient();
            using HttpRequestMessage request = work.Requests[i].ToMessage();
            using HttpResponseMessage response = client.Send(request, cancellation);
            results[i] = FetchResult.Read(i, response);
        }

        return results;
    }
}
