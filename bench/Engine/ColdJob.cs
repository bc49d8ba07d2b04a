using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using Benchmarks.Errors;

namespace Benchmarks.Engine;

/// <summary>
/// A job whose measured operation is the first of its process. Only that one meets a cold pool: whatever comes after it finds the
/// threads and the connections that it has left.
/// </summary>
internal static class ColdJob
{
    private const string Allowed = "A job without warm-up (--warmupCount 0, --strategy ColdStart, --job dry) measures a cold pool, which only the first operation of a process meets: "
        + "allowed is --iterationCount 1 with no more than --invocationCount 1 and without --inProcess; --launchCount gives more of them.";

    /// <summary>
    /// True if nothing is run before the first measured iteration. Throughput always compiles the benchmark, and so runs it, before.
    /// </summary>
    public static bool Is(Job job) => job.Infrastructure.EngineFactory is not CompiledFirstEngine && job.Run.RunStrategy switch
    {
        RunStrategy.ColdStart => true, // it leaves out the warm-up, whatever its count
        RunStrategy.Monitoring => job.Run.HasValue(RunMode.WarmupCountCharacteristic) && job.Run.WarmupCount == 0,
        _ => false,
    };

    /// <summary>Whether the processes that run the plan's jobs must leave their thread pool cold.</summary>
    /// <exception cref="UsageException">A job has no warm-up, but measures more than the first operation of a process.</exception>
    public static bool IsIn(RunPlan plan)
    {
        Job[] cold = [.. plan.Cases.Select(one => one.Job).Where(Is)];
        if (!cold.All(MeasuresOnlyTheFirst))
            throw new UsageException(Allowed);
        return cold.Length > 0; // all that fetch have one kind of job
    }

    private static bool MeasuresOnlyTheFirst(Job job) =>
        job.Run.HasValue(RunMode.IterationCountCharacteristic) && job.Run.IterationCount == 1
        && (!job.Run.HasValue(RunMode.InvocationCountCharacteristic) || job.Run.InvocationCount == 1)
        && job.Infrastructure.Toolchain is not { IsInProcess: true };
}
