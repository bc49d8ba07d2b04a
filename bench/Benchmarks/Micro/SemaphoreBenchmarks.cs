using BenchmarkDotNet.Attributes;

namespace Benchmarks.Micro;

/// <summary>The cost of entering a SemaphoreSlim: if it is free, if one caller waits, and if many callers wait.</summary>
[MemoryDiagnoser]
public class SemaphoreBenchmarks
{
    /// <summary>Entries in one call of a method.</summary>
    public const int Entries = 1000;

    private const int Workers = 10;
    private readonly SemaphoreSlim _free = new(1);
    private readonly SemaphoreSlim _taken = new(0);

    [Benchmark(Baseline = true, OperationsPerInvoke = Entries)]
    public async Task<int> Free()
    {
        int entered = 0;
        for (int i = 0; i < Entries; i++)
        {
            await _free.WaitAsync();
            entered++;
            _free.Release();
        }

        return entered;
    }

    /// <summary>The wait is queued, but completes before it is awaited. So this measures the queue without a change of threads.</summary>
    [Benchmark(OperationsPerInvoke = Entries)]
    public async Task<int> Queued()
    {
        int entered = 0;
        for (int i = 0; i < Entries; i++)
        {
            Task waiting = _taken.WaitAsync();
            _taken.Release();
            await waiting;
            entered++;
        }

        return entered;
    }

    /// <summary>Ten workers share one place. Each release lets the next waiter continue on the thread pool.</summary>
    [Benchmark(OperationsPerInvoke = Entries)]
    public async Task<int> Contended()
    {
        using var place = new SemaphoreSlim(0);
        Task<int>[] workers = [.. Enumerable.Range(0, Workers).Select(_ => EnterAsync(place, Entries / Workers))];
        place.Release();
        return (await Task.WhenAll(workers)).Sum();
    }

    private static async Task<int> EnterAsync(SemaphoreSlim place, int times)
    {
        int entered = 0;
        for (int i = 0; i < times; i++)
        {
            await place.WaitAsync();
            entered++;
            place.Release();
        }

        return entered;
    }
}
