using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Lessons;

/// <summary>
/// The mistake of lesson 2: each response is added to a list when it arrives, so nobody knows its request. Sends the last request first.
/// </summary>
/// <param name="limit">Requests at a time.</param>
internal sealed class AsTheyEnd(int limit) : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new("as-they-end", "Results as they end", "Never.", new Schedule(limit))
    {
        KeepsOrder = false,
    };

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        List<FetchResult> results = [];
        var options = new ParallelOptions { MaxDegreeOfParallelism = limit };
        await Parallel.ForEachAsync(work.Requests.Index().Reverse(), options, async (page, stop) =>
        {
            using HttpResponseMessage response = await work.Client.SendAsync(page.Item.ToMessage(), stop);
            lock (results)
                results.Add(FetchResult.Read(page.Index, response));
        });
        return [.. results];
    }
}
