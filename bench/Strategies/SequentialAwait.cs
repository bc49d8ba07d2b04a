using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>One request after the other. The thread is free while it waits, but each request still waits for the one before.</summary>
public sealed class SequentialAwait : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "sequential-await",
        "Sequential await",
        "Each request needs the response to the one before.",
        Schedule.Sequential);

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        var results = new FetchResult[work.Requests.Count];
        for (int i = 0; i < results.Length; i++)
        {
            using HttpResponseMessage response =
                await work.Client.SendAsync(work.Requests[i].ToMessage(), cancellation).ConfigureAwait(false);
            results[i] = FetchResult.Read(i, response);
        }

        return results;
    }
}
