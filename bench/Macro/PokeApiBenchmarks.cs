using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;

namespace Benchmarks.Macro;

/// <summary>Article B: 150 Pokémon over one shared client, their names in order.</summary>
public class PokeApiBenchmarks() : MacroBenchmarks("pokeapi")
{
    [Benchmark(Baseline = true)]
    public FetchResult[] SequentialSync() => Fetch<SequentialSync>();

    [Benchmark]
    public Task<FetchResult[]> SequentialAwait() => FetchAsync<SequentialAwait>();

    [Benchmark]
    public Task<FetchResult[]> WhenAll() => FetchAsync<WhenAll>();
}
