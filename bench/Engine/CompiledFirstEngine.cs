using System.Diagnostics;
using System.Runtime;
using BenchmarkDotNet.Engines;

namespace Benchmarks.Engine;

/// <summary>
/// BenchmarkDotNet's engine, started only after the benchmark's code is fully compiled.
/// </summary>
/// <remarks>
/// BenchmarkDotNet 0.15.8 (like 0.14.0) decides in its pilot stage how many operations make an iteration. At that time .NET still runs
/// unoptimised code (tiered compilation), and parsing a large body takes thirty times as long. So the stage chose iterations of 3 ms
/// instead of 150 ms. Then some kilobytes of the engine's own allocations counted as the benchmark's, and the JIT was still compiling.
/// </remarks>
public sealed class CompiledFirstEngine : IEngineFactory
{
    // Longer than the 100 ms that the runtime waits before it compiles again, and twice the 30 calls that it requires.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(250);
    private const int QuietCalls = 60;

    private static readonly TimeSpan s_timeLimit = TimeSpan.FromSeconds(5);

    public IEngine CreateReadyToRun(EngineParameters engineParameters)
    {
        Action? setUp = engineParameters.GlobalSetupAction;
        engineParameters.GlobalSetupAction = () =>
        {
            setUp?.Invoke();
            RunUntilCompiled(() => engineParameters.WorkloadActionNoUnroll(1));
        };
        return new EngineFactory().CreateReadyToRun(engineParameters);
    }

    /// <summary>Calls until the JIT has compiled nothing for a while, or the time limit has passed.</summary>
    private static void RunUntilCompiled(Action call)
    {
        var elapsed = Stopwatch.StartNew();
        TimeSpan changed = TimeSpan.Zero;
        long compiled = 0;
        for (int calls = 0; elapsed.Elapsed < s_timeLimit && (calls < QuietCalls || elapsed.Elapsed - changed < s_quiet); calls++)
        {
            call();
            long now = JitInfo.GetCompiledMethodCount(currentThread: false);
            if (now != compiled)
                (calls, changed, compiled) = (0, elapsed.Elapsed, now);
        }
    }
}
