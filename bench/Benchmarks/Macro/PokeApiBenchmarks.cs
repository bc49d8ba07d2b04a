using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Strategies;

namespace Benchmarks.Macro;

/// <summary>Article B: 150 Pokémon over one shared client, their names in order.</summary>
public class PokeApiBenchmarks() : MacroBenchmarks("pokeapi")
{
    [Benchmark(Baseline = true), BenchmarkCategory(Standard)]
    public FetchResult[] SequentialSync() => Fetch<SequentialSync>();

    [Benchmark, BenchmarkCategory(Standard)]
    public Task<FetchResult[]> SequentialAwait() => FetchAsync<SequentialAwait>();

    [Benchmark, BenchmarkCategory(Standard)]
    public Task<FetchResult[]> WhenAll() => FetchAsync<WhenAll>();

    [Benchmark]
    public FetchResult[] SequentialSyncNewClient() => Fetch<SequentialSyncNewClient>();

    [Benchmark]
    public Task<FetchResult[]> WhenAllOneThread() => FetchAsync<WhenAllOneThread>();

    [Benchmark]
    public Task<FetchResult[]> WhenEach() => FetchAsync<WhenEach>();

    [Benchmark]
    public Task<FetchResult[]> SemaphoreSlim() => FetchAsync<SemaphoreSlimBounded>();

    [Benchmark]
    public Task<FetchResult[]> ParallelForEachAsync() => FetchAsync<ParallelForEachAsync>();

    [Benchmark]
    public Task<FetchResult[]> ChannelWorkers() => FetchAsync<ChannelWorkers>();

    [Benchmark]
    public Task<FetchResult[]> ChunkWaves() => FetchAsync<ChunkWaves>();

    [Benchmark]
    public Task<FetchResult[]> MaxConnectionsPerServer() => FetchAsync<MaxConnectionsPerServer>();

    [Benchmark]
    public Task<FetchResult[]> Http2Multiplexed() => FetchAsync<Http2Multiplexed>();

    [Benchmark]
    public Task<FetchResult[]> ThreadPerRequest() => FetchAsync<ThreadPerRequest>();

    [Benchmark]
    public Task<FetchResult[]> TaskRunSync() => FetchAsync<TaskRunSync>();

    [Benchmark]
    public Task<FetchResult[]> SyncOverAsync() => FetchAsync<SyncOverAsync>();

    [Benchmark]
    public Task<FetchResult[]> WhenAllNewClient() => FetchAsync<WhenAllNewClient>();
}
