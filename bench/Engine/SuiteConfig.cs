using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Validators;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Micro;
using Perfolizer.Horology;
using Perfolizer.Mathematics.OutlierDetection;

namespace Benchmarks.Engine;

/// <summary>The one BenchmarkDotNet configuration of the suite, a reason on each line.</summary>
public static class SuiteConfig
{
    public static ManualConfig Create(string artifacts, ILogger log, EventProcessor events) => new ManualConfig()
        .AddColumnProvider(DefaultColumnProviders.Instance) // BenchmarkDotNet's own tables, for those who know them
        .AddExporter(new WholeFileExporter(MarkdownExporter.GitHub, "report-github.md")) // beside our reports, in a folder of their own
        .AddExporter(new WholeFileExporter(JsonExporter.FullCompressed, "report-full-compressed.json")) // what tools of others read
        .AddDiagnoser(MemoryDiagnoser.Default) // the client's allocations: the server is another process
        .AddAnalyser(EnvironmentAnalyser.Default, MinIterationTimeAnalyser.Default)
        .AddValidator(JitOptimizationsValidator.FailOnError, RunModeValidator.FailOnError, GenericBenchmarksValidator.DontFailOnError)
        .AddLogger(log) // a file unless --verbose: a person reads our table
        .AddEventProcessor(events) // saves each case as it ends, and tells the progress
        .WithArtifactsPath(artifacts)
        .WithBuildTimeout(TimeSpan.FromMinutes(10)) // two by default, which a busy shared runner has been seen to exceed
        .WithCultureInfo(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// The job of a class: a macro class, or one that waits, is timed operation by operation; all others by the thousand.
    /// </summary>
    public static Job JobOf(Profile profile, Type benchmarks) => IsThroughput(benchmarks) ? ThroughputJobOf(profile) : JobOf(profile);

    /// <summary>Whether an operation of the class is so short that only many of them together can be timed.</summary>
    public static bool IsThroughput(Type benchmarks) =>
        !benchmarks.IsSubclassOf(typeof(MacroBenchmarks)) && !benchmarks.IsDefined(typeof(WaitsAttribute), inherit: true);

    /// <summary>The profile's job: one operation an iteration.</summary>
    public static Job JobOf(Profile profile) => new Job(profile.Id)
        .WithStrategy(RunStrategy.Monitoring)
        .WithLaunchCount(1)
        .WithWarmupCount(profile.Warmups)
        .WithIterationCount(profile.Iterations)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithOutlierMode(Outliers)
        .AsDefault(); // so that --iterationCount and its like change this job instead of adding a second one

    /// <summary>Nothing is removed unless it was asked away: a late answer is no outlier but news.</summary>
    internal const OutlierMode Outliers = OutlierMode.DontRemove;

    /// <summary>Iterations before the measured ones.</summary>
    internal const int ThroughputWarmups = 5;

    /// <summary>BenchmarkDotNet's own strategy, cut to the profile: the pilot stage finds how many operations fill an iteration.</summary>
    private static Job ThroughputJobOf(Profile profile) => new Job(profile.Id)
        .WithStrategy(RunStrategy.Throughput)
        .WithLaunchCount(1)
        .WithWarmupCount(ThroughputWarmups)
        .WithIterationCount(profile.Iterations)
        .WithIterationTime(TimeInterval.FromMilliseconds(profile.ThroughputIteration.TotalMilliseconds))
        .WithEngineFactory(new CompiledFirstEngine())
        .WithOutlierMode(Outliers) // the record is complete, and the reports take medians
        .AsDefault();
}
