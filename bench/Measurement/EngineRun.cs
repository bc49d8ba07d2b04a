using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Benchmarks.Measurement;

/// <summary>
/// One case on BenchmarkDotNet's engine, in this process, without the runner around it: that one describes the machine, emits
/// code and draws tables, which took two seconds of a launch. What a benchmark throws reaches the caller.
/// </summary>
internal static class EngineRun
{
    public static RunResults Of(BenchmarkCase benchmark)
    {
        Descriptor target = benchmark.Descriptor;
        int unroll = benchmark.Job.ResolveValue(RunMode.UnrollFactorCharacteristic, EnvironmentResolver.Instance);
        object instance = Instance(benchmark);
        BenchmarkAction workload = BenchmarkActionFactory.CreateWorkload(target, instance, unroll);
        BenchmarkAction overhead = BenchmarkActionFactory.CreateOverhead(target, instance, unroll);
        var nothing = () => { };
        using var host = new InProcessHost(benchmark, NullLogger.Instance, diagnoser: null!);
        using IEngine engine = new EngineFactory().CreateReadyToRun(new EngineParameters
        {
            Host = host,
            WorkloadActionNoUnroll = workload.InvokeNoUnroll,
            WorkloadActionUnroll = workload.InvokeUnroll,
            OverheadActionNoUnroll = overhead.InvokeNoUnroll,
            OverheadActionUnroll = overhead.InvokeUnroll,
            Dummy1Action = nothing,
            Dummy2Action = nothing,
            Dummy3Action = nothing,
            GlobalSetupAction = BenchmarkActionFactory.CreateGlobalSetup(target, instance).InvokeSingle,
            GlobalCleanupAction = BenchmarkActionFactory.CreateGlobalCleanup(target, instance).InvokeSingle,
            IterationSetupAction = BenchmarkActionFactory.CreateIterationSetup(target, instance).InvokeSingle,
            IterationCleanupAction = BenchmarkActionFactory.CreateIterationCleanup(target, instance).InvokeSingle,
            TargetJob = benchmark.Job,
            OperationsPerInvoke = target.OperationsPerInvoke,
            MeasureExtraStats = true, // one more operation, which counts allocations
            BenchmarkName = CaseFromReport.IdOf(benchmark),
        });
        return engine.Run();
    }

    /// <summary>An object of the benchmark's class with the case's parameters.</summary>
    public static object Instance(BenchmarkCase benchmark)
    {
        Type type = benchmark.Descriptor.Type;
        object instance = Activator.CreateInstance(type)!;
        foreach (var parameter in benchmark.Parameters.Items)
            type.GetProperty(parameter.Name)!.SetValue(instance, parameter.Value);
        return instance;
    }
}
