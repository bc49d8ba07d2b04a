using BenchGate.Errors;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace Benchmarks.Engine;

/// <summary>
/// A job whose measured operation is the first of its process. Only the first operation has a cold thread pool: the later ones use the
/// threads and the connections of the earlier ones.
/// </summary>
internal static class ColdJob
{
    private const string Allowed = "A job without warm-up (--warmupCount 0, --strategy ColdStart, --job dry) measures a cold thread pool, "
        + "which only the first operation of a process has: allowed is --iterationCount 1 with at most --invocationCount 1 "
        + "and without --inProcess; for more operations use --launchCount.";

    /// <summary>
    /// True if nothing runs before the first measured iteration. The strategy Throughput always runs the benchmark before, to compile it.
    /// </summary>
    public static bool Is(Job job) => job.Infrastructure.EngineFactory is not CompiledFirstEngine && job.Run.RunStrategy switch
    {
        RunStrategy.ColdStart => true, // it never runs a warm-up, whatever its count
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
