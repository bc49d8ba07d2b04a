using Benchmarks.Fetching;
using Fixtures.Model;

namespace Benchmarks.Strategies;

/// <summary>
/// All requests are started together, and one thread runs all code between their awaits, so no two steps ever overlap.
/// </summary>
public sealed class WhenAllOneThread : IFetchStrategy
{
    public StrategyDescriptor Descriptor { get; } = new(
        "when-all-one-thread",
        "Task.WhenAll on one thread",
        "The code that handles the responses must not run in parallel: a user interface, or state without locks.",
        Schedule.AllAtOnce)
    {
        Threads = ThreadUse.Caller,
    };

    public Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) => Task.FromResult(
        SingleThreadContext.Run(() => Task.WhenAll(work.Requests.Select(async (request, i) =>
        {
            using HttpResponseMessage response = await work.Client.SendAsync(request.ToMessage(), cancellation).ConfigureAwait(true);
            return FetchResult.Read(i, response);
        }))));
}
