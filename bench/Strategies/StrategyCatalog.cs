using BenchGate.Errors;
using Benchmarks.Fetching;

namespace Benchmarks.Strategies;

/// <summary>All fetch strategies, in the order in which a reader should learn them.</summary>
public static class StrategyCatalog
{
    public static IReadOnlyList<IFetchStrategy> All { get; } =
    [
        new SequentialSyncNewClient(),
        new SequentialSync(),
        new SequentialAwait(),
        new WhenAll(),
        new WhenAllOneThread(),
        new WhenEach(),
        new SemaphoreSlimBounded(),
        new ParallelForEachAsync(),
        new ChannelWorkers(),
        new ChunkWaves(),
        new MaxConnectionsPerServer(),
        new Http2Multiplexed(),
        new Http2Connections(),
        new ThreadPerRequest(),
        new TaskRunSync(),
        new SyncOverAsync(),
        new WhenAllNewClient(),
        new SingleRequest(),
    ];

    /// <summary>The strategies that make sense for any scenario: all except the one for a single request.</summary>
    public static IReadOnlyList<IFetchStrategy> General { get; } = [.. All.Where(strategy => strategy is not SingleRequest)];

    /// <summary>The suite starts more threads than this only if the user names the strategy.</summary>
    public const int MostThreads = 1_000;

    /// <summary>
    /// The general strategies. With more than <see cref="MostThreads"/> requests, without those that block a thread for each request.
    /// </summary>
    public static IReadOnlyList<IFetchStrategy> GeneralFor(int requests) =>
        requests <= MostThreads ? General : [.. General.Where(strategy => !strategy.Descriptor.BlocksOthers)];

    /// <param name="id">An id, or an id with a bound, such as <c>semaphore-slim:10</c>.</param>
    /// <exception cref="UsageException">There is no strategy with this id (the message lists the ids), or it cannot have this
    /// bound.</exception>
    public static IFetchStrategy Find(string id)
    {
        if (id.Split(BoundedStrategy.Separator, 2) is [var name, var bound])
            return BoundedStrategies.WithBound(name, bound);
        return All.FirstOrDefault(strategy => strategy.Descriptor.Id == id)
            ?? throw new UsageException(
                $"There is no fetch strategy '{id}'; there are: {string.Join(", ", All.Select(strategy => strategy.Descriptor.Id))}.");
    }
}
