using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// Each request blocks a thread of the pool until an asynchronous call has ended, whose end needs a thread of the pool, too:
/// while they are all blocked nothing ends, and the pool grows by a few threads a second.
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
