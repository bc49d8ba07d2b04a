using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Strategies;

namespace Benchmarks.Macro;

/// <summary>A benchmark for each way of fetching that no article measured; the class of each article's scenario has them all.</summary>
/// <remarks>
/// BenchmarkDotNet orders methods by their file's name, then by line: this name stands after those of the classes, and so do the methods.
/// </remarks>
/// <param name="scenarioId">The scenario that is fetched.</param>
public abstract class StrategyBenchmarks(string scenarioId) : MacroBenchmarks(scenarioId)
{
    [Benchmark, Strategy<WhenAllOneThread>]
    public Task<FetchResult[]> WhenAllOneThread() => FetchAsync();

    [Benchmark, Strategy<WhenEach>]
    public Task<FetchResult[]> WhenEach() => FetchAsync();

    [Benchmark, Strategy<SemaphoreSlimBounded>]
    public Task<FetchResult[]> SemaphoreSlim() => FetchAsync();

    [Benchmark, Strategy<ParallelForEachAsync>]
    public Task<FetchResult[]> ParallelForEachAsync() => FetchAsync();

    [Benchmark, Strategy<ChannelWorkers>]
    public Task<FetchResult[]> ChannelWorkers() => FetchAsync();

    [Benchmark, Strategy<ChunkWaves>]
    public Task<FetchResult[]> ChunkWaves() => FetchAsync();

    [Benchmark, Strategy<MaxConnectionsPerServer>]
    public Task<FetchResult[]> MaxConnectionsPerServer() => FetchAsync();

    [Benchmark, Strategy<Http2Multiplexed>]
    public Task<FetchResult[]> Http2Multiplexed() => FetchAsync();

    [Benchmark, Strategy<ThreadPerRequest>]
    public Task<FetchResult[]> ThreadPerRequest() => FetchAsync();

    [Benchmark, Strategy<TaskRunSync>]
    public Task<FetchResult[]> TaskRunSync() => FetchAsync();

    [Benchmark, Strategy<SyncOverAsync>]
    public Task<FetchResult[]> SyncOverAsync() => FetchAsync();

    [Benchmark, Strategy<WhenAllNewClient>]
    public Task<FetchResult[]> WhenAllNewClient() => FetchAsync();
}
