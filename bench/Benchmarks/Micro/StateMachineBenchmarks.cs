using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Micro;

/// <summary>
/// The allocation when an async method suspends at an await: its state machine moves to the heap, and is also the method's task.
/// It suspends with <see cref="Task.Yield"/>, which allocates nothing itself.
/// </summary>
[MemoryDiagnoser]
public class StateMachineBenchmarks
{
    /// <summary>Calls in one call of a benchmark method.</summary>
    public const int Calls = 1000;

    private int _ended;

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public Task<int> NeverSuspended() => RepeatAsync(static self => self.CompletesAsync());

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<int> Suspended() => RepeatAsync(static self => self.SuspendsAsync());

    /// <summary>The state machine keeps everything that is used after the await, here 64 bytes.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<int> SuspendedWithLocals() =>
        RepeatAsync(static self => self.SuspendsWithLocalsAsync(new EightNumbers(1, 0, 0, 0, 0, 0, 0, 0)));

    /// <summary>Every method of the chain has a state machine.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<int> SuspendedFourDeep() => RepeatAsync(static self => self.FourDeepAsync());

    private async Task<int> RepeatAsync(Func<StateMachineBenchmarks, Task> call)
    {
        _ended = 0;
        for (int i = 0; i < Calls; i++)
            await call(this);
        return _ended;
    }

    private async Task CompletesAsync()
    {
        await Task.CompletedTask;
        _ended++;
    }

    private async Task SuspendsAsync()
    {
        await Task.Yield();
        _ended++;
    }

    private async Task SuspendsWithLocalsAsync(EightNumbers kept)
    {
        await Task.Yield();
        _ended += (int)kept.A;
    }

    private async Task FourDeepAsync() => await ThreeDeepAsync();

    private async Task ThreeDeepAsync() => await TwoDeepAsync();

    private async Task TwoDeepAsync() => await SuspendsAsync();

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct EightNumbers(long A, long B, long C, long D, long E, long F, long G, long H);
}
