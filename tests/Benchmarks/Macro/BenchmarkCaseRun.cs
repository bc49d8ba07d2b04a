using System.Reflection;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;
using Benchmarks.Fetching;

namespace Tests.Macro;

/// <summary>Runs one case like BenchmarkDotNet, but only once, in this process, and without measuring it.</summary>
internal static class BenchmarkCaseRun
{
    /// <returns>What the benchmark method, or its task, returned.</returns>
    public static Task<object?> OnceAsync(BenchmarkCase benchmark) => OwnThread.RunAsync(() => RunAsync(benchmark));

    private static async Task<object?> RunAsync(BenchmarkCase benchmark)
    {
        Descriptor steps = benchmark.Descriptor;
        object instance = Activator.CreateInstance(steps.Type)!;
        foreach (ParameterInstance parameter in benchmark.Parameters.Items)
            steps.Type.GetProperty(parameter.Name)!.SetValue(instance, parameter.Value);

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
