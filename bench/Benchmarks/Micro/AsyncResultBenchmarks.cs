using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Micro;

/// <summary>
/// Compares Task and ValueTask as the result of an async method that completes synchronously (a value from a cache) or that waits.
/// </summary>
[MemoryDiagnoser]
public class AsyncResultBenchmarks
{
    /// <summary>Calls in one call of a benchmark method.</summary>
    public const int Calls = 1000;

    /// <summary>Whether the called method waits.</summary>
    [Params(false, true)]
    public bool Waits { get; set; }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public async Task<int> ReturnsTask()
    {
        int sum = 0;
        for (int i = 0; i < Calls; i++)
            sum += await TaskOf(FirstUncached + i);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> ReturnsValueTask()
    {
        int sum = 0;
        for (int i = 0; i < Calls; i++)
            sum += await ValueTaskOf(FirstUncached + i);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> ReturnsPooledValueTask()
    {
        int sum = 0;
        for (int i = 0; i < Calls; i++)
            sum += await PooledValueTaskOf(FirstUncached + i);
        return sum;
    }

    /// <summary>The first result. .NET caches completed tasks for the numbers −1 to 8, which would hide the allocation.</summary>
    public const int FirstUncached = 1000;

    private async Task<int> TaskOf(int value)
    {
        if (Waits)
            await Task.Yield();
        return value;
    }

    private async ValueTask<int> ValueTaskOf(int value)
    {
        if (Waits)
            await Task.Yield();
        return value;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> PooledValueTaskOf(int value)
    {
        if (Waits)
            await Task.Yield();
        return value;
    }
}
