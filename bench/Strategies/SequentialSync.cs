using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>One request after the other. The calling thread is blocked while it waits.</summary>
public sealed class SequentialSync : ISyncFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "sequential-sync",
        "Sequential sync",
        "A script has few requests and no other work to do.",
        Schedule.Sequential)
    {
        Threads = ThreadUse.Caller,
    };

    public FetchResult[] Fetch(FetchWork work, CancellationToken cancellation)
    {
        var results = new FetchResult[work.Requests.Count];
        for (int i = 0; i < results.Length; i++)
        {
            using HttpRequestMessage request = work.Requests[i].ToMessage();
            using HttpResponseMessage response = work.Client.Send(request, cancellation);
            results[i] = FetchResult.Read(i, response);
        }

        return results;
    }
}
