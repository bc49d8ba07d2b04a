using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;

namespace Benchmarks.Macro;

/// <summary>Article A: 200 times a small home page. Its synchronous loop makes a new client for every call, its asynchronous one shares a client.</summary>
public class BaiduBenchmarks() : MacroBenchmarks("baidu")
{
    [Benchmark(Baseline = true)]
    public FetchResult[] SequentialSyncNewClient() => Fetch<SequentialSyncNewClient>();

    [Benchmark]
    public FetchResult[] SequentialSync() => Fetch<SequentialSync>();

    [Benchmark]
    public Task<FetchResult[]> SequentialAwait() => FetchAsync<SequentialAwait>();

    [Benchmark]
    public Task<FetchResult[]> WhenAll() => FetchAsync<WhenAll>();
}
