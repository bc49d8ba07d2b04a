using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Strategies;

namespace Benchmarks.Macro;

/// <summary>Article B's first step: one request for number 151, which is called mew.</summary>
public class PokeApiSingleBenchmarks() : MacroBenchmarks("pokeapi", only: 151)
{
    [Benchmark, BenchmarkCategory(Standard), Strategy<SingleRequest>]
    public Task<FetchResult[]> Single() => FetchAsync();
}
