using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Lessons;

/// <summary>
/// What lesson 2 warns of: every answer is put at the end of a list as it comes, so that nobody knows whose it is; from the last request to
/// the first.
/// </summary>
/// <param name="limit">Requests at a time.</param>
internal sealed class AsTheyEnd(int limit) : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new("as-they-end", "Results as they end", "Never.", new Schedule(limit)) { KeepsOrder = false };

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        List<FetchResult> results = [];
        await Parallel.ForEachAsync(work.Requests.Index().Reverse(), new ParallelOptions { MaxDegreeOfParallelism = limit }, async (page, stop) =>
        {
            using HttpResponseMessage response = await work.Client.SendAsync(page.Item.ToMessage(), stop);
            lock (results)
                results.Add(FetchResult.Read(page.Index, response));
        });
        return [.. results];
    }
}
