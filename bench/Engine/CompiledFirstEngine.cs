using BenchmarkDotNet.Engines;
using Benchmarks.Measurement;

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
    private const int QuietCalls = 60; // twice the 30 calls after which .NET compiles again
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromSeconds(5);

    public IEngine CreateReadyToRun(EngineParameters engineParameters)
    {
        Action? setUp = engineParameters.GlobalSetupAction;
        engineParameters.GlobalSetupAction = () =>
        {
            setUp?.Invoke();
            CompiledCode.RunUntilReached(() => engineParameters.WorkloadActionNoUnroll(1), QuietCalls, s_timeLimit);
        };
        return new EngineFactory().CreateReadyToRun(engineParameters);
    }
}
