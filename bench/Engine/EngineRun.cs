using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Benchmarks.Macro;
using Benchmarks.Measurement;

namespace Benchmarks.Engine;

/// <summary>
/// Runs one case on BenchmarkDotNet's engine in this process, without BenchmarkDotNet's runner. The runner describes the machine, emits
/// code and draws tables, which took two seconds of a launch. An exception of the benchmark reaches the caller.
/// </summary>
internal static class EngineRun
{
    /// <returns>What the engine measured, and for a fetch the bytes that one operation allocates. For a micro-benchmark the engine counts
    /// them.</returns>
    public static (RunResults Results, long? AllocatedBytes) Of(BenchmarkCase benchmark, SuiteSettings settings)
    {
        bool byEngine = SuiteConfig.IsThroughput(benchmark.Descriptor.Type);
        Descriptor target = benchmark.Descriptor;
        int unroll = benchmark.Job.ResolveValue(RunMode.UnrollFactorCharacteristic, EnvironmentResolver.Instance);
        object instance = Instance(benchmark, settings);
        BenchmarkAction workload = target.WorkloadMethod.ReturnType == typeof(ValueTask)
            ? new ValueTaskAction(target.WorkloadMethod.CreateDelegate<Func<ValueTask>>(instance), unroll)
            : BenchmarkActionFactory.CreateWorkload(target, instance, unroll);
        BenchmarkAction overhead = BenchmarkActionFactory.CreateOverhead(target, instance, unroll);
        BenchmarkAction before = BenchmarkActionFactory.CreateIterationSetup(target, instance),
            after = BenchmarkActionFactory.CreateIterationCleanup(target, instance);
        var allocations = new AllocationCount();
        Action nothing = () => { };
        using var host = new InProcessHost(benchmark, NullLogger.Instance, diagnoser: null!);
        // Use the job's engine, as BenchmarkDotNet's processes do. Otherwise code was timed that was not fully compiled.
        IEngineFactory factory =
            benchmark.Job.ResolveValue(InfrastructureMode.EngineFactoryCharacteristic, InfrastructureResolver.Instance)!;
        using IEngine engine = factory.CreateReadyToRun(new EngineParameters
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
            IterationSetupAction = byEngine ? before.InvokeSingle : before.InvokeSingle + allocations.Begin,
            IterationCleanupAction = byEngine ? after.InvokeSingle : allocations.End + after.InvokeSingle,
            TargetJob = benchmark.Job,
            OperationsPerInvoke = target.OperationsPerInvoke,
            MeasureExtraStats = byEngine, // one more operation, to count allocations
            BenchmarkName = CaseFromReport.IdOf(benchmark),
        });
        RunResults results = engine.Run();
        return (results, byEngine ? null : allocations.Median);
    }

    /// <summary>Creates an object of the benchmark's class with the parameters of the case.</summary>
    public static object Instance(BenchmarkCase benchmark, SuiteSettings settings)
    {
        Type type = benchmark.Descriptor.Type;
        object instance = Activator.CreateInstance(type)!;
        foreach (ParameterInstance parameter in benchmark.Parameters.Items)
            type.GetProperty(parameter.Name)!.SetValue(instance, parameter.Value);
        if (instance is MacroBenchmarks macro)
            macro.Settings = settings;
        return instance;
    }
}
