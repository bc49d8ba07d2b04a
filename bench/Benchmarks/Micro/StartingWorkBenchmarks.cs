using BenchmarkDotNet.Attributes;

namespace Benchmarks.Micro;

/// <summary>The cost of starting work on the thread pool, or on a new thread, and waiting for its end.</summary>
[MemoryDiagnoser]
public class StartingWorkBenchmarks
{
    /// <summary>Pieces of work in one call of a method.</summary>
    public const int Pieces = 100;

    private int _done;

    [Benchmark(Baseline = true, OperationsPerInvoke = Pieces)]
    public async Task<int> TaskRun()
    {
        _done = 0;
        for (int i = 0; i < Pieces; i++)
            await Task.Run(Work);
        return _done;
    }

    /// <summary>The same work, but the caller blocks until it is done, as for the thread below.</summary>
    [Benchmark(OperationsPerInvoke = Pieces)]
    public int TaskRunAndBlock()
    {
        _done = 0;
        for (int i = 0; i < Pieces; i++)
            Task.Run(Work).Wait();
        return _done;
    }

    [Benchmark(OperationsPerInvoke = Pieces)]
    public int NewThread()
    {
        _done = 0;
        for (int i = 0; i < Pieces; i++)
        {
            var thread = new Thread(Work);
            thread.Start();
            thread.Join();
        }

        return _done;
    }

    private void Work() => _done++;
}
