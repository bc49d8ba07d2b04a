using System.Threading.Channels;
using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>A fixed number of workers read the requests from a channel. Each takes the next one when it has finished one.</summary>
public sealed class ChannelWorkers(int limit) : IFetchStrategy
{
    /// <summary>A hundred workers, like the other bounded strategies.</summary>
    public ChannelWorkers()
        : this(100)
    {
    }

    public StrategyDescriptor Descriptor { get; } = new(
        "channel-workers",
        "Channel with workers",
        "New requests arrive while others are fetched: the producer only writes them into the channel.",
        new Schedule(limit), limit);

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        var results = new FetchResult[work.Requests.Count];
        var waiting = Channel.CreateUnbounded<int>();
        for (int i = 0; i < results.Length; i++)
            await waiting.Writer.WriteAsync(i, cancellation).ConfigureAwait(false);
        waiting.Writer.Complete();
        await Task.WhenAll(Enumerable.Range(0, limit).Select(async _ =>
        {
            await foreach (int i in waiting.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                using HttpResponseMessage response =
                    await work.Client.SendAsync(work.Requests[i].ToMessage(), cancellation).ConfigureAwait(false);
                results[i] = FetchResult.Read(i, response);
            }
        })).ConfigureAwait(false);
        return results;
    }
}
