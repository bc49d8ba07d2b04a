using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Strategies;

namespace Benchmarks.Macro;

/// <summary>Article B: fetches 150 Pokémon with one shared client, their names in order.</summary>
public class PokeApiBenchmarks() : StrategyBenchmarks("pokeapi")
{
    [Benchmark(Baseline = true), BenchmarkCategory(Standard), Strategy<SequentialSync>]
    public FetchResult[] SequentialSync() => Fetch();

    [Benchmark, BenchmarkCategory(Standard), Strategy<SequentialAwait>]
    public Task<FetchResult[]> SequentialAwait() => FetchAsync();

    [Benchmark, BenchmarkCategory(Standard), Strategy<WhenAll>]
    public Task<FetchResult[]> WhenAll() => FetchAsync();

    [Benchmark, Strategy<SequentialSyncNewClient>]
    public FetchResult[] SequentialSyncNewClient() => Fetch();
}
