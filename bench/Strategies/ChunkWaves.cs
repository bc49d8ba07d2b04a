using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// A wave of requests is started and awaited together, then the next wave. Each wave takes as long as its slowest request.
/// </summary>
public sealed class ChunkWaves(int size) : IFetchStrategy
{
    /// <summary>Waves of a hundred, like the other bounded strategies.</summary>
    public ChunkWaves()
        : this(100)
    {
    }

    public StrategyDescriptor Descriptor { get; } = new(
        "chunk-waves",
        "Chunk + WhenAll waves",
        "A wave must be complete before the next can start, for example because its pages are stored together.",
        new Schedule(size, Refill.Waves), size);

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        var results = new List<FetchResult>(work.Requests.Count);
        foreach ((int Index, FetchRequest Request)[] wave in work.Requests.Index().Chunk(size))
        {
            results.AddRange(await Task.WhenAll(wave.Select(async page =>
            {
                using HttpResponseMessage response =
                    await work.Client.SendAsync(page.Request.ToMessage(), cancellation).ConfigureAwait(false);
                return FetchResult.Read(page.Index, response);
            })).ConfigureAwait(false));
        }

        return [.. results];
    }
}
