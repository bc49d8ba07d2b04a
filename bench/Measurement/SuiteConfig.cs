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
using Perfolizer.Mathematics.OutlierDetection;

namespace Benchmarks.Measurement;

/// <summary>The one BenchmarkDotNet configuration of the suite, a reason on each line.</summary>
public static class SuiteConfig
{
    public static ManualConfig Create(string artifacts, ILogger log, EventProcessor events) => new ManualConfig()
        .AddColumnProvider(DefaultColumnProviders.Instance) // BenchmarkDotNet's own tables, for those who know them
        .AddExporter(MarkdownExporter.GitHub, JsonExporter.FullCompressed) // beside our reports, in a folder of their own
        .AddDiagnoser(MemoryDiagnoser.Default) // the client's allocations: the server is another process
        .AddAnalyser(EnvironmentAnalyser.Default, MinIterationTimeAnalyser.Default)
        .AddValidator(JitOptimizationsValidator.FailOnError, RunModeValidator.FailOnError, GenericBenchmarksValidator.DontFailOnError)
        .AddLogger(log) // a file unless --verbose: a person reads our table
        .AddEventProcessor(events) // saves each case as it ends, and tells the progress
        .WithArtifactsPath(artifacts)
        .WithCultureInfo(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The profile's job: one operation an iteration, nothing removed, since a late answer is no outlier but news.</summary>
    public static Job JobOf(Profile profile) => new Job(profile.Id)
        .WithStrategy(RunStrategy.Monitoring)
        .WithLaunchCount(1)
        .WithWarmupCount(profile.Warmups)
        .WithIterationCount(profile.Iterations)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithOutlierMode(OutlierMode.DontRemove)
        .AsDefault(); // so that --iterationCount and its like change this job instead of adding a second one
}
