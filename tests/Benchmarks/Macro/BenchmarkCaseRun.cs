using System.Reflection;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Measurement;

namespace Tests.Macro;

/// <summary>Runs one case like BenchmarkDotNet, but only once, in this process, and without measuring it.</summary>
internal static class BenchmarkCaseRun
{
    /// <returns>What the benchmark method, or its task, returned.</returns>
    public static Task<object?> OnceAsync(BenchmarkCase benchmark, SuiteSettings? settings = null) =>
        OwnThread.RunAsync(() => RunAsync(benchmark, settings ?? new SuiteSettings { Profile = Profile.Smoke }));

    private static async Task<object?> RunAsync(BenchmarkCase benchmark, SuiteSettings settings)
    {
        Descriptor steps = benchmark.Descriptor;
        object instance = EngineRun.Instance(benchmark, settings);

        await InvokeAsync(steps.GlobalSetupMethod, instance);
        await InvokeAsync(steps.IterationSetupMethod, instance);
        object? result = await InvokeAsync(steps.WorkloadMethod, instance);
        await InvokeAsync(steps.IterationCleanupMethod, instance);
        await InvokeAsync(steps.GlobalCleanupMethod, instance);
        return result;
    }

    private static async Task<object?> InvokeAsync(MethodInfo? step, object instance)
    {
        object? result = step?.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, [], culture: null);
        switch (result)
        {
            case Task task:
                await task;
                return task.GetType().GetProperty(nameof(Task<object>.Result))?.GetValue(task);
            case ValueTask task:
                await task;
                return null;
            default:
                return result;
        }
    }
}
