using System.Diagnostics;
using System.Runtime;
using BenchmarkDotNet.Engines;

namespace Benchmarks.Engine;

/// <summary>
/// BenchmarkDotNet's engine, which meets a benchmark only when its code is fully compiled.
/// </summary>
/// <remarks>
/// 0.15.8, as 0.14.0 did, decides in its pilot stage, the first that it times, how many operations make an iteration. .NET runs code
/// unoptimised at first, to learn from it, and a large body then takes thirty times as long to parse: the stage chose iterations of 3 ms
/// for a wanted 150, so that a few kilobytes of the engine's own counted as the benchmark's, and the compiler was still at work in them.
/// </remarks>
public sealed class CompiledFirstEngine : IEngineFactory
{
    // Longer than the 100 ms that the runtime waits before it compiles again, and as many calls as it wants to see twice (30).
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(250);
    private const int QuietCalls = 60;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

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

    /// <summary>Calls until the compiler has found nothing more to do for a while, or patience ends.</summary>
    private static void RunUntilCompiled(Action call)
    {
        var elapsed = Stopwatch.StartNew();
        TimeSpan changed = TimeSpan.Zero;
        long compiled = 0;
        for (int calls = 0; elapsed.Elapsed < s_patience && (calls < QuietCalls || elapsed.Elapsed - changed < s_quiet); calls++)
        {
            call();
            long now = JitInfo.GetCompiledMethodCount(currentThread: false);
            if (now != compiled)
                (calls, changed, compiled) = (0, elapsed.Elapsed, now);
        }
    }
}
