using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// A loop whose iterations overlap: a fixed number of requests at a time; when one ends, the next one starts. The default is the number of
/// cores, which is low for code that only waits.
/// </summary>
public sealed class ParallelForEachAsync(int limit) : IFetchStrategy
{
    /// <summary>A hundred at a time, like the other bounded strategies.</summary>
    public ParallelForEachAsync()
        : this(100)
    {
    }

    public StrategyDescriptor Descriptor { get; } = new(
        "parallel-for-each-async",
        "Parallel.ForEachAsync",
        "You want a bounded fan-out with little code.",
        new Schedule(limit), limit);

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        var results = new FetchResult[work.Requests.Count];
        var bounded = new ParallelOptions { MaxDegreeOfParallelism = limit, CancellationToken = cancellation };
        await Parallel.ForAsync(0, results.Length, bounded, async (i, stop) =>
        {
            using HttpResponseMessage response = await work.Client.SendAsync(work.Requests[i].ToMessage(), stop).ConfigureAwait(false);
            results[i] = FetchResult.Read(i, response);
        }).ConfigureAwait(false);
        return results;
    }
}
