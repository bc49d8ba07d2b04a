using System.Runtime.CompilerServices;
using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>All requests are started together, and each answer is handed on as soon as it is there, whichever comes first.</summary>
public sealed class WhenEach : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "when-each",
        "Task.WhenEach streaming",
        "The first answers can be used before the last one is there.",
        Schedule.AllAtOnce)
    {
        KeepsOrder = false,
    };

    /// <summary>The answers in the order of their arrival.</summary>
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
