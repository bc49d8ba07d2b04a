using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Validators;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>Measures in this process on BenchmarkDotNet's engine: no build and no launch, so a caller can launch it many times.</summary>
public static class InProcessMeasurement
{
    /// <param name="globs">Full names with * and ?; empty takes the profile's cases.</param>
    /// <exception cref="UsageException">No benchmark matches.</exception>
    /// <exception cref="InvalidOperationException">A case ended without a measurement; the message names it.</exception>
    public static MeasuredLaunch Run(Profile profile, IReadOnlyList<string> globs)
    {
        using var notes = new ScratchFolder();
        SuiteEnvironment.NotesFolder = notes.Path;
        SuiteEnvironment.SkipTimeline = true;
        var log = new AccumulationLogger();
        RunPlan plan = RunPlan.Create(profile, type => Config(profile, type, globs, notes.Path).AddLogger(log), everything: globs.Count > 0);

        Summary[] summaries = BenchmarkRunner.Run([.. plan.Classes]);
        CaseRecord[] records = [.. summaries.SelectMany(summary => summary.Reports).SelectMany(CaseFromReport.Convert)];
        string[] missing = [.. plan.Cases.Select(CaseFromReport.IdOf).Except(records.Select(record => record.Case), StringComparer.Ordinal)];
        if (missing.Length > 0)
            throw new InvalidOperationException($"No measurement of {string.Join(", ", missing)}: {Reason(log.GetLog())}");

        ILookup<(string, string), LaunchNote> byWork = LaunchNote.Collect(notes.Path).ToLookup(note => (note.Scenario, note.Strategy));
        return new MeasuredLaunch(
            MeasuredLaunch.CurrentSchema, SourceHash.OfThisBuild, profile.Id, profile.Scale, ProcessPriority.Current,
            [.. records.Select(record => record with { Digest = byWork[(record.Scenario, record.Strategy)].FirstOrDefault()?.Digest?.ToString() })]);
    }

    /// <summary>The first exception's own line, or its inner one's: the engine calls by reflection, which wraps it.</summary>
    private static string Reason(string log)
    {
        string[] lines = log.Split('\n');
        string? line = lines.FirstOrDefault(text => text.StartsWith(" ---> ", StringComparison.Ordinal))
            ?? lines.FirstOrDefault(text => text.Contains("Exception", StringComparison.Ordinal));
        return line?.Trim(' ', '-', '>', '\r') ?? "BenchmarkDotNet gives no reason.";
    }

    private static ManualConfig Config(Profile profile, Type benchmarks, IReadOnlyList<string> globs, string artifacts)
    {
        ManualConfig config = new ManualConfig()
            .AddJob(SuiteConfig.JobOf(profile, benchmarks).WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddValidator(JitOptimizationsValidator.FailOnError)
            .WithArtifactsPath(artifacts)
            .WithOptions(ConfigOptions.DisableLogFile);
        return globs.Count > 0 ? config.AddFilter(new GlobFilter([.. globs])) : config;
    }
}
