using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// Each request blocks a thread of the pool, so that only as many are under way as the pool has threads; it adds them slowly.
/// While connections are still to be opened it can be as slow as <see cref="SyncOverAsync"/>: also for Send the client opens them on the
/// pool.
/// </summary>
public sealed class TaskRunSync : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "task-run-sync",
        "Task.Run around sync",
        "A few blocking calls must not block the caller, a user interface say.",
        Schedule.AllAtOnce)
    {
        Threads = ThreadUse.PoolBlocked,
    };

    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
        Task.WhenAll(work.Requests.Select((request, i) => Task.Run(
            () =>
            {
                using HttpRequestMessage message = request.ToMessage();
                using HttpResponseMessage response = work.Client.Send(message, cancellation);
                return FetchResult.Read(i, response);
            },
            cancellation)));
}
