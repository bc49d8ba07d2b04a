using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// All requests are started together, but a semaphore limits how many are sent at a time. When one ends, the next one is sent.
/// </summary>
public sealed class SemaphoreSlimBounded(int limit) : IFetchStrategy
{
    /// <summary>A hundred at a time, the default of Python's httpx.</summary>
    public SemaphoreSlimBounded()
        : this(100)
    {
    }

    public StrategyDescriptor Descriptor { get; } = new(
        "semaphore-slim",
        "SemaphoreSlim-bounded fan-out",
        "There are more requests than the server, or this process, should have in flight.",
        new Schedule(limit), limit);

    public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
    {
        using var slots = new SemaphoreSlim(limit);
        return await Task.WhenAll(work.Requests.Select(async (request, i) =>
        {
            await slots.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                using HttpResponseMessage response = await work.Client.SendAsync(request.ToMessage(), cancellation).ConfigureAwait(false);
                return FetchResult.Read(i, response);
            }
            finally
            {
                slots.Release();
            }
        })).ConfigureAwait(false);
    }
}
