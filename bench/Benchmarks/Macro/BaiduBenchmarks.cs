using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Strategies;

namespace Benchmarks.Macro;

/// <summary>
/// Article A: fetches a small home page 200 times. Its synchronous loop creates a client for every call, its asynchronous one shares one.
/// </summary>
public class BaiduBenchmarks() : StrategyBenchmarks("baidu")
{
    [Benchmark(Baseline = true), BenchmarkCategory(Standard), Strategy<SequentialSyncNewClient>]
    public FetchResult[] SequentialSyncNewClient() => Fetch();

    [Benchmark, BenchmarkCategory(Standard), Strategy<SequentialSync>]
    public FetchResult[] SequentialSync() => Fetch();

    [Benchmark, BenchmarkCategory(Standard), Strategy<SequentialAwait>]
    public Task<FetchResult[]> SequentialAwait() => FetchAsync();

    [Benchmark, BenchmarkCategory(Standard), Strategy<WhenAll>]
    public Task<FetchResult[]> WhenAll() => FetchAsync();
}
