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
/// One case on BenchmarkDotNet's engine, in this process, without the runner around it: that one describes the machine, emits
/// code and draws tables, which took two seconds of a launch. What a benchmark throws reaches the caller.
/// </summary>
internal static class EngineRun
{
    /// <summary>
    /// Operations whose allocations are counted, each by itself. Now and then one finds a pooled buffer on another thread and allocates
    /// 4 KB more, a hundred times as much as the gate tolerates; their median does not see it.
    /// </summary>
    private const int CountedOperations = 9;

    /// <returns>What the engine measured, and for a fetch the bytes that an operation allocates; a micro-benchmark's the engine itself
    /// counts.</returns>
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
        BenchmarkAction before = BenchmarkActionFactory.CreateIterationSetup(target, instance), after = BenchmarkActionFactory.CreateIterationCleanup(target, instance);
        Action nothing = () => { };
        using var host = new InProcessHost(benchmark, NullLogger.Instance, diagnoser: null!);
        // The job's own, as in a process of BenchmarkDotNet's: without it code was timed that the compiler had not finished.
        IEngineFactory factory = benchmark.Job.ResolveValue(InfrastructureMode.EngineFactoryCharacteristic, InfrastructureResolver.Instance)!;
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
            IterationSetupAction = before.InvokeSingle,
            IterationCleanupAction = after.InvokeSingle,
            TargetJob = benchmark.Job,
            OperationsPerInvoke = target.OperationsPerInvoke,
            MeasureExtraStats = byEngine, // one more operation, which counts allocations
            BenchmarkName = CaseFromReport.IdOf(benchmark),
        });
        RunResults results = engine.Run();
        return (results, byEngine ? null : Allocated(before.InvokeSingle, workload.InvokeSingle, after.InvokeSingle));
    }

    private static long Allocated(Action before, Action operation, Action after)
    {
        long[] bytes = new long[CountedOperations];
        for (int i = 0; i < bytes.Length; i++)
        {
            before();
            long start = GC.GetTotalAllocatedBytes(precise: true);
            operation();
            bytes[i] = GC.GetTotalAllocatedBytes(precise: true) - start;
            after();
        }

        Array.Sort(bytes);
        return bytes[bytes.Length / 2];
    }

    /// <summary>An object of the benchmark's class with the case's parameters.</summary>
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
