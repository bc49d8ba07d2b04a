using System.Threading.Channels;
using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>The requests wait in a channel, and so many workers take the next one from it as they finish the last.</summary>
public sealed class ChannelWorkers(int limit) : IFetchStrategy
{
    /// <summary>A hundred workers, as many as the other bounded strategies have under way.</summary>
    public ChannelWorkers()
        : this(100)
    {
    }

    public StrategyDescriptor Descriptor { get; } = new(
        "channel-workers",
        "Channel with workers",
        "Requests keep coming while others are fetched: whoever finds them only writes them into the channel.",
        new Schedule(limit));

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
                using HttpResponseMessage response = await work.Client.SendAsync(work.Requests[i].ToMessage(), cancellation).ConfigureAwait(false);
                results[i] = FetchResult.Read(i, response);
            }
        })).ConfigureAwait(false);
        return results;
    }
}
