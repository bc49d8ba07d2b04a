using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Lessons;

/// <summary>Parallel.ForEachAsync without a bound, as people often write it first.</summary>
internal sealed class ForEachAsyncDefault : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "parallel-for-each-async-default",
        "Parallel.ForEachAsync without a bound",
        "The work keeps the processor busy. For waiting, the number of cores is too small.",
        new Schedule(Environment.ProcessorCount));

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        var results = new FetchResult[work.Requests.Count];
        await Parallel.ForEachAsync(work.Requests.Index(), cancellation, async (page, stop) =>
        {
            using HttpResponseMessage response = await work.Client.SendAsync(page.Item.ToMessage(), stop);
            results[page.Index] = FetchResult.Read(page.Index, response);
        });
        return results;
    }
}
