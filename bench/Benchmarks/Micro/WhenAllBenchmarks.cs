using BenchmarkDotNet.Attributes;

namespace Benchmarks.Micro;

/// <summary>What Task.WhenAll itself costs over a number of tasks; one operation waits for all of them.</summary>
/// <remarks>
/// All rows make their tasks, so the difference between the first two is the way of waiting alone. Of tasks that have completed
/// before, WhenAll only collects the results: the third row shows how little of the cost that is.
/// </remarks>
[MemoryDiagnoser]
public class WhenAllBenchmarks
{
    /// <summary>How many tasks are waited for.</summary>
    [Params(1, 10, 150, 1000)]
    public int Tasks { get; set; }

    private TaskCompletionSource<int>[] _work = [];
    private Task<int>[] _tasks = [];

    [GlobalSetup]
    public void MakeRoom() => (_work, _tasks) = (new TaskCompletionSource<int>[Tasks], new Task<int>[Tasks]);

    /// <summary>Awaits one after another tasks that are all under way.</summary>
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
