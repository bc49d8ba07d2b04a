using BenchmarkDotNet.Helpers;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Benchmarks.Engine;

/// <summary>
/// A benchmark that returns a plain <see cref="ValueTask"/>. BenchmarkDotNet 0.15.8 awaits it in a separate process, but its in-process
/// action does not: it would only time the start of a delay, a few hundred nanoseconds.
/// </summary>
internal sealed class ValueTaskAction : BenchmarkAction
{
    private readonly Func<ValueTask> _benchmark;

    /// <param name="benchmark">Starts one operation.</param>
    /// <param name="unroll">Operations in each iteration of the unrolled loop.</param>
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
