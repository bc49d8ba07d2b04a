using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Model;

namespace Benchmarks.Macro;

/// <summary>Measures how the time and the client's memory grow with the width of a fan-out, unbounded and a hundred at a time.</summary>
public class ScalingBenchmarks() : MacroBenchmarks("scaling")
{
    [Params(1, 10, 100, 1_000, 10_000)]
    public int Width { get; set; }

    [Benchmark(Baseline = true), Strategy<WhenAll>]
    public Task<FetchResult[]> WhenAll() => FetchAsync();

    [Benchmark, Strategy<SemaphoreSlimBounded>]
    public Task<FetchResult[]> SemaphoreSlim() => FetchAsync();

    internal override IReadOnlyList<int> Numbers(Scenario scenario) => [.. scenario.Requests.Numbers.Take(Width)];
}
