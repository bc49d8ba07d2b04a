using BenchmarkDotNet.Helpers;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Benchmarks.Engine;

/// <summary>
/// A benchmark that returns a plain <see cref="ValueTask"/>. BenchmarkDotNet 0.15.8 waits for it in a process of its own, but its
/// in-process action does not: that one would time the start of a delay alone, some hundred nanoseconds.
/// </summary>
internal sealed class ValueTaskAction : BenchmarkAction
{
    private readonly Func<ValueTask> _benchmark;

    /// <param name="benchmark">Starts one operation.</param>
    /// <param name="unroll">Operations of each turn of an unrolled loop.</param>
    public ValueTaskAction(Func<ValueTask> benchmark, int unroll)
    {
        _benchmark = benchmark;
        InvokeSingle = () => Repeat(1);
        InvokeNoUnroll = Repeat;
        InvokeUnroll = turns => Repeat(turns * unroll);
    }

    private void Repeat(long operations)
    {
        for (long i = 0; i < operations; i++)
            AwaitHelper.GetResult(_benchmark());
    }
}
