using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Micro;

/// <summary>The cost of one await: of a completed task, and of one that yields.</summary>
/// <remarks>
/// The awaits are in a loop, so that a thousand of them share BenchmarkDotNet's own blocking wait for the benchmark's task.
/// </remarks>
[MemoryDiagnoser]
public class AwaitBenchmarks
{
    /// <summary>Awaits in one call of a method.</summary>
    public const int Awaits = 1000;

    private readonly Task<int> _completed = Task.FromResult(1);

    [Benchmark(Baseline = true, OperationsPerInvoke = Awaits)]
    public int PlainCall()
    {
        int sum = 0;
        for (int i = 0; i < Awaits; i++)
            sum += One();
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Awaits)]
    public async Task<int> CompletedTask()
    {
        int sum = 0;
        for (int i = 0; i < Awaits; i++)
            sum += await OneAsTask();
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Awaits)]
    public async Task<int> CompletedValueTask()
    {
        int sum = 0;
        for (int i = 0; i < Awaits; i++)
            sum += await OneAsValueTask();
        return sum;
    }

    /// <summary>Each await queues the rest of the method to the thread pool and releases the thread.</summary>
    [Benchmark(OperationsPerInvoke = Awaits)]
    public async Task<int> YieldingTask()
    {
        int sum = 0;
        for (int i = 0; i < Awaits; i++)
        {
            await Task.Yield();
            sum += One();
        }

        return sum;
    }

    // All three are not inlined: otherwise the compiler would know the result and remove the loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int One() => 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<int> OneAsTask() => _completed;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ValueTask<int> OneAsValueTask() => new(1);
}
