using BenchmarkDotNet.Attributes;

namespace Benchmarks.Micro;

/// <summary>The cost of Task.WhenAll for a number of tasks. One operation waits for all of them.</summary>
/// <remarks>
/// All rows create their tasks, so the first two differ only in the way of waiting. For completed tasks WhenAll only collects the results:
/// the third row shows that this is a small part of the cost.
/// </remarks>
[MemoryDiagnoser]
public class WhenAllBenchmarks
{
    /// <summary>The number of tasks.</summary>
    [Params(1, 10, 150, 1000)]
    public int Tasks { get; set; }

    private TaskCompletionSource<int>[] _work = [];
    private Task<int>[] _tasks = [];

    [GlobalSetup]
    public void MakeRoom() => (_work, _tasks) = (new TaskCompletionSource<int>[Tasks], new Task<int>[Tasks]);

    /// <summary>Awaits running tasks one after the other.</summary>
    [Benchmark(Baseline = true)]
    public async Task<int> AwaitEach()
    {
        Start();
        Task<int> sum = SumOfEachAsync();
        Complete();
        return await sum;
    }

    [Benchmark]
    public async Task<int> WhenAll()
    {
        Start();
        Task<int[]> all = Task.WhenAll(_tasks);
        Complete();
        return (await all).Sum();
    }

    [Benchmark]
    public async Task<int> WhenAllCompleted()
    {
        Start();
        Complete();
        return (await Task.WhenAll(_tasks)).Sum();
    }

    private void Start()
    {
        for (int i = 0; i < _work.Length; i++)
        {
            _work[i] = new TaskCompletionSource<int>();
            _tasks[i] = _work[i].Task;
        }
    }

    private void Complete()
    {
        for (int i = 0; i < _work.Length; i++)
            _work[i].SetResult(i);
    }

    private async Task<int> SumOfEachAsync()
    {
        int sum = 0;
        foreach (Task<int> task in _tasks)
            sum += await task;
        return sum;
    }
}
