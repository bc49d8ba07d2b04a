using System.Runtime.CompilerServices;
using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>All requests are started together. Each response is returned as soon as it arrives, in any order.</summary>
public sealed class WhenEach : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "when-each",
        "Task.WhenEach streaming",
        "The first responses are useful before the last one has arrived.",
        Schedule.AllAtOnce)
    {
        KeepsOrder = false,
    };

    /// <summary>The results in the order of arrival.</summary>
    public static async IAsyncEnumerable<FetchResult> StreamAsync(FetchWork work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IEnumerable<Task<FetchResult>> fetching = work.Requests.Select(async (request, i) =>
        {
            using HttpResponseMessage response = await work.Client.SendAsync(request.ToMessage(), cancellation).ConfigureAwait(false);
            return FetchResult.Read(i, response);
        });
        await foreach (Task<FetchResult> fetched in Task.WhenEach(fetching).ConfigureAwait(false))
            yield return await fetched.ConfigureAwait(false);
    }

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        var results = new FetchResult[work.Requests.Count];
        await foreach (FetchResult result in StreamAsync(work, cancellation).ConfigureAwait(false))
            results[result.Index] = result;
        return results;
    }
}
