using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Benchmarks.Engine;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Micro;
using Benchmarks.Rounds;
using Benchmarks.Serving;
using JobRun = BenchmarkDotNet.Jobs.RunMode;

namespace Tests.Engine;

/// <summary>A class that computes measures thousands of operations at a time; a class that waits measures each operation.</summary>
public sealed class ThroughputJobTests
{
    [Fact]
    public void A_micro_class_gets_as_many_operations_as_fill_an_iteration()
    {
        Job job = JobOf(typeof(WhenAllBenchmarks));

        Assert.Equal(RunStrategy.Throughput, job.Run.RunStrategy);
        Assert.Equal((Profile.Full.Rounds, Profile.Full.Iterations), (job.Run.LaunchCount, job.Run.IterationCount));
        Assert.Equal(Profile.Full.ThroughputIteration.TotalMilliseconds, job.Run.IterationTime.ToMilliseconds(), 1e-9);
        Assert.IsType<CompiledFirstEngine>(job.Infrastructure.EngineFactory);
        Assert.False(job.Run.HasValue(JobRun.InvocationCountCharacteristic));
        Assert.IsType<ScratchToolchain>(job.Infrastructure.Toolchain);
    }

    [Theory]
    [InlineData(typeof(LatencyClockBenchmarks))]
    [InlineData(typeof(PokeApiBenchmarks))]
    public void A_class_that_waits_gets_one(Type type)
    {
        Job job = JobOf(type);

        Assert.Equal(RunStrategy.Monitoring, job.Run.RunStrategy);
        Assert.Equal((1, 1), (job.Run.InvocationCount, job.Run.UnrollFactor));
    }

    [Fact]
    public void An_option_changes_the_job_and_a_typed_job_replaces_it()
    {
        Job changed = JobOf(typeof(WhenAllBenchmarks), "--iterationCount", "3");
        Assert.Equal((RunStrategy.Throughput, 3), (changed.Run.RunStrategy, changed.Run.IterationCount));
        Assert.Equal(150, changed.Run.IterationTime.ToMilliseconds(), 1e-9);

        Assert.Equal(3, JobOf(typeof(WhenAllBenchmarks), "--launchCount", "3").Run.LaunchCount);

        Job typed = JobOf(typeof(WhenAllBenchmarks), "--job", "short");
        Assert.False(typed.Run.HasValue(JobRun.IterationTimeCharacteristic));
        Assert.Equal((3, 3), (typed.Run.WarmupCount, typed.Run.IterationCount));
    }

    [Fact]
    public void In_process_it_keeps_the_job_and_the_threading_columns()
    {
        Job job = JobOf(typeof(WhenAllBenchmarks), "--inProcess");
        Assert.Equal(RunStrategy.Throughput, job.Run.RunStrategy);
        Assert.Equal(1, job.Run.LaunchCount);
        Assert.IsType<InProcessEmitToolchain>(job.Infrastructure.Toolchain);

        Assert.Contains(ThreadingDiagnoser.Default, Config(typeof(WhenAllBenchmarks)).GetDiagnosers());
        Assert.Contains(ThreadingDiagnoser.Default, Config(typeof(WhenAllBenchmarks), "--inProcess").GetDiagnosers());
        Assert.DoesNotContain(ThreadingDiagnoser.Default, Config(typeof(PokeApiBenchmarks)).GetDiagnosers());
    }

    private static Job JobOf(Type type, params string[] typed) =>
        Assert.Single(BenchmarkConverter.TypeToBenchmarks(type, Config(type, typed)).BenchmarksCases.Select(one => one.Job).Distinct());

    private static IConfig Config(Type type, params string[] typed) =>
        BenchmarkArguments.Parse(typed, Hosting.InProcess)
            .Join(ManualConfig.CreateEmpty(), Profile.Full, type, ScratchToolchain.AsMutator(null));
}
