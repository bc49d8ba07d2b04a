using System.Reflection;
using BenchmarkDotNet.Running;

namespace Tests.Macro;

/// <summary>Runs one case as BenchmarkDotNet would, but once, here, and without measuring it.</summary>
internal static class BenchmarkCaseRun
{
    public static Task OnceAsync(BenchmarkCase benchmark) => Task.Factory.StartNew(
        () => RunAsync(benchmark), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    private static async Task RunAsync(BenchmarkCase benchmark)
    {
        Descriptor steps = benchmark.Descriptor;
        object instance = Activator.CreateInstance(steps.Type)!;
        foreach (var parameter in benchmark.Parameters.Items)
            steps.Type.GetProperty(parameter.Name)!.SetValue(instance, parameter.Value);

        foreach (MethodInfo? step in (MethodInfo?[])[steps.GlobalSetupMethod, steps.IterationSetupMethod, steps.WorkloadMethod, steps.IterationCleanupMethod, steps.GlobalCleanupMethod])
            await InvokeAsync(step, instance);
    }

    private static async Task InvokeAsync(MethodInfo? step, object instance)
    {
        switch (step?.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, [], culture: null))
        {
            case Task task:
                await task;
                break;
            case ValueTask task:
                await task;
                break;
        }
    }
}
