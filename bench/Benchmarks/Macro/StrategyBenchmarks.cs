using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Strategies;

namespace Benchmarks.Macro;

/// <summary>A benchmark for each strategy that no article measured. The class of each article's scenario inherits all of them.</summary>
/// <remarks>
/// BenchmarkDotNet sorts methods by file name, then by line. This file name sorts after those of the classes, so its methods come last.
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

    [Benchmark, Strategy<Http2Connections>]
    public Task<FetchResult[]> Http2Connections() => FetchAsync();

    [Benchmark, Strategy<ThreadPerRequest>]
    public Task<FetchResult[]> ThreadPerRequest() => FetchAsync();

    [Benchmark, Strategy<TaskRunSync>]
    public Task<FetchResult[]> TaskRunSync() => FetchAsync();

    [Benchmark, Strategy<SyncOverAsync>]
    public Task<FetchResult[]> SyncOverAsync() => FetchAsync();

    [Benchmark, Strategy<WhenAllNewClient>]
    public Task<FetchResult[]> WhenAllNewClient() => FetchAsync();
}
