using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// Each request blocks a pool thread, so the number of pool threads limits the requests in flight, and the pool adds threads slowly.
/// While connections are being opened, it can be as slow as <see cref="SyncOverAsync"/>, because the client opens them on pool threads
/// even for Send.
/// </summary>
public sealed class TaskRunSync : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "task-run-sync",
        "Task.Run around sync",
        "A few blocking calls must not block the caller, for example a user interface.",
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
