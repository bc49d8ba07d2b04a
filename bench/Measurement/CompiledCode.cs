using System.Diagnostics;
using System.Runtime;

namespace Benchmarks.Measurement;

/// <summary>
/// Runs code until .NET has compiled it fully. It compiles a method first without optimisation, and again after 30 calls, on another
/// thread (tiered compilation); until then times are of other code, and the compiler shares the cores.
/// </summary>
public static class CompiledCode
{
    // Longer than the 100 ms that the runtime waits before it compiles again.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(250);

    /// <summary>Calls until nothing was compiled for a quarter of a second, or the time limit has passed; at least once.</summary>
    /// <param name="quietCalls">Calls without a compilation that are needed, too; at least 1.</param>
    public static void RunUntilReached(Action call, int quietCalls, TimeSpan timeLimit)
    {
        var elapsed = Stopwatch.StartNew();
        TimeSpan changed = TimeSpan.Zero;
        long compiled = 0;
        for (int calls = 0; elapsed.Elapsed < timeLimit && (calls < quietCalls || elapsed.Elapsed - changed < s_quiet); calls++)
        {
            call();
            long now = JitInfo.GetCompiledMethodCount(currentThread: false);
            if (now != compiled)
                (calls, changed, compiled) = (0, elapsed.Elapsed, now);
        }
    }
}
