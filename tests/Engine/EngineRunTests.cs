using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Measurement;
using Benchmarks.Micro;

namespace Tests.Engine;

/// <summary>Also in this process, a case is measured as BenchmarkDotNet's job says.</summary>
[Collection(Instrument.Checks.Alone.Name)] // allocations are counted for the whole process, other tests' too
public sealed class EngineRunTests
{
    [Fact]
    public void The_engine_is_the_one_that_the_job_names()
    {
        var factory = new CountingFactory();

        EngineRun.Of(CaseOf(Job.Dry.WithEngineFactory(factory)), new SuiteSettings());

        Assert.Equal(1, factory.Engines);
    }

    [Fact]
    public void A_job_that_names_none_has_BenchmarkDotNets() =>
        Assert.Single(
            EngineRun.Of(CaseOf(Job.Dry), new SuiteSettings()).Results.GetAllMeasurements(),
            row => row is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Result });

    /// <summary>Each operation begins when the one before it has ended.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_ValueTask_is_waited_for(int unroll)
    {
        int running = 0, most = 0, ended = 0;
        var action = new ValueTaskAction(
            async () =>
            {
                most = Math.Max(most, ++running);
                await Task.Yield();
                running--;
                ended++;
            },
            unroll);

        action.InvokeSingle();
        action.InvokeNoUnroll(3);
        action.InvokeUnroll(2);

        Assert.Equal((1, 1 + 3 + (2 * unroll)), (most, ended));
    }

    [Fact]
    public void What_little_was_allocated_is_not_lost()
    {
        BenchmarkCase benchmark = CaseOf(Job.Dry, typeof(Allocates));
        (RunResults results, long? own) = EngineRun.Of(benchmark, new SuiteSettings());

        // On an unknown runtime BenchmarkDotNet counts 8 KiB and less as zero.
        Assert.InRange(CaseFromReport.Convert(benchmark, new SuiteSettings(), results, own).AllocatedBytes!.Value, Allocates.Bytes, 8000);
    }

    [Fact]
    public void What_the_gate_times_by_the_thousand_is_compiled_first() =>
        Assert.All(
            InProcessMeasurement.Plan(new SuiteSettings { Profile = Profile.Gate }, GateCases.All).Cases,
            one => Assert.IsType<CompiledFirstEngine>(one.Job.Infrastructure.EngineFactory));

    private static BenchmarkCase CaseOf(Job job, Type? type = null) =>
        Assert.Single(BenchmarkConverter.TypeToBenchmarks(type ?? typeof(OneStep), ManualConfig.CreateEmpty().AddJob(job)).BenchmarksCases);

    public class OneStep
    {
        private int _steps;

        [Benchmark]
        public int Step() => ++_steps;
    }

    public class Allocates
    {
        public const int Bytes = 1000;

        [Benchmark]
        public byte[] New() => new byte[Bytes];
    }

    private sealed class CountingFactory : IEngineFactory
    {
        public int Engines { get; private set; }

        public IEngine CreateReadyToRun(EngineParameters engineParameters)
        {
            Engines++;
            return new EngineFactory().CreateReadyToRun(engineParameters);
        }
    }
}
