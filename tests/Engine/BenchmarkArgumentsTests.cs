using BenchGate.Errors;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Benchmarks.Engine;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Rounds;
using Benchmarks.Serving;
using Perfolizer.Mathematics.OutlierDetection;

namespace Tests.Engine;

/// <summary>Which job BenchmarkDotNet runs after our configuration and the arguments are combined.</summary>
public sealed class BenchmarkArgumentsTests
{
    [Fact]
    public void Without_a_word_it_is_the_profiles_job()
    {
        Job job = JobOf();

        Assert.Equal(RunStrategy.Monitoring, job.Run.RunStrategy);
        Assert.Equal((5, 1, 2), (job.Run.LaunchCount, job.Run.WarmupCount, job.Run.IterationCount));
        Assert.Equal((1, 1), (job.Run.InvocationCount, job.Run.UnrollFactor));
        Assert.Equal(OutlierMode.DontRemove, job.Accuracy.OutlierMode);
        Assert.IsType<ScratchToolchain>(job.Infrastructure.Toolchain);
    }

    [Theory]
    [InlineData("--filter", "*Single", "*WhenAll", "--job", "short")]
    [InlineData("-f", "*Single", "*WhenAll", "-j", "short", "--join")]
    [InlineData("--filter=*Single", "--exporters", "json", "csv", "--iterationCount", "3")]
    [InlineData("--list", "flat", "--envVars", "A:1", "B:-2")]
    [InlineData("--wakeLock", "System", "--wakelock=none")]
    public void Words_that_belong_to_options_are_not_stray(params string[] typed) =>
        Assert.Equal(typed, BenchmarkArguments.Parse(typed, Hosting.Shared).Args);

    [Theory]
    [InlineData("--iterationCount", "3")]
    [InlineData("--iterationcount", "3")]
    public void An_option_changes_the_profiles_job_instead_of_adding_one(params string[] typed)
    {
        Job job = JobOf(typed);

        Assert.Equal(3, job.Run.IterationCount);
        Assert.Equal(RunStrategy.Monitoring, job.Run.RunStrategy);
        Assert.Equal((1, 1), (job.Run.InvocationCount, job.Run.WarmupCount));
        Assert.IsType<ScratchToolchain>(job.Infrastructure.Toolchain);
    }

    [Theory]
    [InlineData("--job", "short")]
    [InlineData("-j", "short")]
    [InlineData("--job=short")]
    [InlineData("-jshort")]
    [InlineData("--JOB", "Short")]
    public void A_job_that_was_typed_replaces_the_profiles_and_still_runs_on_net10(params string[] typed)
    {
        Job job = JobOf(typed);

        Assert.True(BenchmarkArguments.Parse(typed, Hosting.Shared).BringJob);
        Assert.Equal(RunStrategy.Throughput, job.Run.RunStrategy);
        Assert.Equal((1, 3, 3), (job.Run.LaunchCount, job.Run.WarmupCount, job.Run.IterationCount));
        Assert.IsType<ScratchToolchain>(job.Infrastructure.Toolchain);
    }

    [Theory]
    [InlineData(OutlierMode.DontRemove, "--iterationCount", "20")]
    [InlineData(OutlierMode.DontRemove, "--job", "medium")]
    [InlineData(OutlierMode.DontRemove, "--job", "long", "--iterationCount", "20")]
    [InlineData(OutlierMode.DontRemove, "--job", "medium", "--inProcess")]
    [InlineData(OutlierMode.RemoveAll, "--job", "medium", "--outliers", "RemoveAll")]
    [InlineData(OutlierMode.RemoveUpper, "--job", "medium", "--OUTLIERS=RemoveUpper")]
    [InlineData(OutlierMode.RemoveUpper, "--outliers", "RemoveUpper")]
    public void A_late_iteration_is_kept_unless_it_was_asked_away(OutlierMode expected, params string[] typed) =>
        Assert.Equal(
            expected,
            Assert.Single(Jobs(typed, Hosting.InProcess)).ResolveValue(AccuracyMode.OutlierModeCharacteristic, EngineResolver.Instance));

    [Fact]
    public void In_process_keeps_the_profiles_job_but_not_the_toolchain_that_starts_a_process()
    {
        Job job = Assert.Single(Jobs(["--inProcess"], Hosting.InProcess));

        Assert.IsType<InProcessEmitToolchain>(job.Infrastructure.Toolchain);
        Assert.Equal((RunStrategy.Monitoring, 1), (job.Run.RunStrategy, job.Run.InvocationCount));
    }

    [Theory]
    [InlineData("*Single*", 1)]
    [InlineData("*NoSuch*", 0)]
    public void A_filter_is_kept(string filter, int cases)
    {
        var arguments = BenchmarkArguments.Parse(["--filter", filter], Hosting.Shared);

        Assert.True(arguments.BringFilter);
        Assert.Equal(cases, Jobs(["--filter", filter], Hosting.Shared).Length);
    }

    [Theory]
    [InlineData(WakeLockType.System)] // BenchmarkDotNet's own choice
    [InlineData(WakeLockType.None, "--wakeLock", "None")]
    [InlineData(WakeLockType.Display, "--WAKELOCK=display")]
    public void Whether_the_machine_may_fall_asleep_is_left_to_who_types_it(WakeLockType expected, params string[] typed) =>
        Assert.Equal(expected, Joined(typed, Hosting.Shared).WakeLock);

    [Theory]
    [InlineData("--list", "flat")]
    [InlineData("--info")]
    public void A_question_to_benchmark_dot_net_is_known_as_one(params string[] typed)
    {
        Assert.True(BenchmarkArguments.Parse(typed, Hosting.Shared).OnlyAsk);
        Assert.False(BenchmarkArguments.Parse([], Hosting.Shared).OnlyAsk);
    }

    [Theory]
    [InlineData(".NET 10", "--runtimes", "net10.0")]
    [InlineData(".NET 10", "--runtimes", "net9.0")]
    [InlineData(".NET 10", "-r", "net10.0")]
    [InlineData(".NET 10", "--runtimes=net10.0")]
    [InlineData("--hosting in-process", "--inProcess")]
    [InlineData("--hosting in-process", "-i")]
    [InlineData("finished cases", "--resume")]
    [InlineData("number of operations", "--apples")]
    [InlineData("short", "--job", "nonsense")]
    [InlineData("nosuch", "--nosuch")]
    [InlineData("bad format", "--wakeLock", "nosuch")]
    [InlineData("'stray'", "--wakeLock", "System", "stray")]
    public void What_cannot_be_done_is_refused_with_a_reason(string reason, params string[] typed) =>
        Assert.Contains(
            reason, Assert.Throws<UsageException>(() => BenchmarkArguments.Parse(typed, Hosting.Shared)).Message, StringComparison.Ordinal);

    private static Job JobOf(params string[] typed) => Assert.Single(Jobs(typed, Hosting.Shared));

    private static Job[] Jobs(string[] typed, Hosting hosting) =>
        [.. BenchmarkConverter.TypeToBenchmarks(typeof(PokeApiSingleBenchmarks), Joined(typed, hosting)).BenchmarksCases.Select(
            one => one.Job)];

    private static IConfig Joined(string[] typed, Hosting hosting) =>
        BenchmarkArguments.Parse(typed, hosting).Join(
            ManualConfig.CreateEmpty(), Profile.Standard, typeof(PokeApiSingleBenchmarks), ScratchToolchain.AsMutator(null));
}
