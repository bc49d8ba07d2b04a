using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// Each request blocks a pool thread until an asynchronous call completes. The completion needs a pool thread, too. While all threads are
/// blocked, no call completes, and the pool adds only a few threads a second.
/// </summary>
public sealed class SyncOverAsync : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "sync-over-async",
        "Sync over async",
        "Never: await the call, or call Send.",
        Schedule.AllAtOnce)
    {
        Threads = ThreadUse.PoolBlocked,
        IsAntiPattern = true,
    };

    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        Task.WhenAll(work.Requests.Select((request, i) => Task.Run(
            () =>
            {
                using HttpResponseMessage response = work.Client.SendAsync(request.ToMessage(), cancellation).GetAwaiter().GetResult();
                return FetchResult.Read(i, response);
            },
            cancellation)));
}
