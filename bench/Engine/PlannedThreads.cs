using BenchGate.Errors;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Benchmarks.Fetching;
using Benchmarks.Measurement;

namespace Benchmarks.Engine;

/// <summary>Looks before a measurement whether the thread pools of its processes can have enough threads.</summary>
internal static class PlannedThreads
{
    /// <exception cref="UsageException">A case would wait for ever.</exception>
    public static void Require(IEnumerable<BenchmarkCase> cases, SuiteSettings settings)
    {
        foreach (BenchmarkCase one in cases)
        {
            if (MacroCase.Of(one, settings) is { } macro)
                ThreadPoolLimit.Require(macro.Strategy, macro.Requests, MostOf(one.Job));
        }
    }

    /// <summary>The variables of a job (<c>--envVars</c>) are only for the processes that BenchmarkDotNet starts.</summary>
    private static int MostOf(Job job) =>
        job.Infrastructure.Toolchain is { IsInProcess: true } || job.Environment.EnvironmentVariables is not { } variables
            ? ThreadPoolLimit.Here
            : ThreadPoolLimit.With(
                variables.DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal));
}
