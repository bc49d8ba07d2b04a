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

/// <summary>The BenchmarkDotNet configuration of the suite. Each line has its reason.</summary>
public static class SuiteConfig
{
    public static ManualConfig Create(string artifacts, ILogger log, EventProcessor events) => new ManualConfig()
        .AddColumnProvider(DefaultColumnProviders.Instance) // BenchmarkDotNet's own tables
        .AddExporter(new WholeFileExporter(MarkdownExporter.GitHub, "report-github.md")) // in addition to our reports, in a separate folder
        .AddExporter(new WholeFileExporter(JsonExporter.FullCompressed, "report-full-compressed.json")) // the format that other tools read
        .AddDiagnoser(MemoryDiagnoser.Default) // the client's allocations, because the server is another process
        .AddAnalyser(EnvironmentAnalyser.Default, MinIterationTimeAnalyser.Default)
        .AddValidator(Validators)
        .AddLogger(log) // a file, unless --verbose
        .AddEventProcessor(events) // saves each finished case, and reports the progress
        .WithArtifactsPath(artifacts)
        .WithBuildTimeout(TimeSpan.FromMinutes(10)) // the default, 2 minutes, was too short on a busy shared runner
        .WithCultureInfo(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What BenchmarkDotNet checks in addition to what it always checks.</summary>
    internal static IValidator[] Validators =>
        [JitOptimizationsValidator.FailOnError, RunModeValidator.FailOnError, GenericBenchmarksValidator.DontFailOnError];

    /// <summary>
    /// The job of a class. A macro class, or one that waits, measures each operation; all others measure thousands at a time.
    /// </summary>
    public static Job JobOf(Profile profile, Type benchmarks) => IsThroughput(benchmarks) ? ThroughputJobOf(profile) : JobOf(profile);

    /// <summary>Whether an operation of the class is so short that only many operations together can be timed.</summary>
    public static bool IsThroughput(Type benchmarks) =>
        !benchmarks.IsSubclassOf(typeof(MacroBenchmarks)) && !benchmarks.IsDefined(typeof(WaitsAttribute), inherit: true);

    /// <summary>The profile's job, with one operation in each iteration.</summary>
    public static Job JobOf(Profile profile) => new Job(profile.Id)
        .WithStrategy(RunStrategy.Monitoring)
        .WithLaunchCount(profile.Rounds)
        .WithWarmupCount(profile.Warmups)
        .WithIterationCount(profile.Iterations)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithEngineFactory(new TimesOnlyEngine())
        .WithOutlierMode(Outliers)
        .AsDefault(); // so that options such as --iterationCount change this job instead of adding a second one

    /// <summary>By default nothing is removed, because a late response is a result and not an outlier.</summary>
    internal const OutlierMode Outliers = OutlierMode.DontRemove;

    /// <summary>Iterations before the measured ones.</summary>
    internal const int ThroughputWarmups = 5;

    /// <summary>
    /// BenchmarkDotNet's Throughput strategy with the profile's limits. The pilot stage finds how many operations fill an iteration.
    /// </summary>
    private static Job ThroughputJobOf(Profile profile) => new Job(profile.Id)
        .WithStrategy(RunStrategy.Throughput)
        .WithLaunchCount(profile.Rounds)
        .WithWarmupCount(ThroughputWarmups)
        .WithIterationCount(profile.ThroughputIterations)
        .WithIterationTime(TimeInterval.FromMilliseconds(profile.ThroughputIteration.TotalMilliseconds))
        .WithEngineFactory(new CompiledFirstEngine())
        .WithOutlierMode(Outliers) // the record keeps every value, and the reports use medians
        .AsDefault();
}
