using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Benchmarks.Errors;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Results.Records;

namespace Benchmarks.Engine;

/// <summary>Measures in this process on BenchmarkDotNet's engine: no build and no launch, so a caller can launch it many times.</summary>
public static class InProcessMeasurement
{
    /// <param name="globs">Full names with * and ?; empty takes the profile's cases.</param>
    /// <exception cref="UsageException">No benchmark matches, or this is no optimised build.</exception>
    /// <exception cref="ExpectedFailureException">A case ended without a measurement; the message names it.</exception>
    public static MeasuredLaunch Run(SuiteSettings settings, IReadOnlyList<string> globs)
    {
        if (typeof(InProcessMeasurement).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true)
            throw new UsageException("This is a Debug build, whose times mean nothing; build with -c Release.");
        using var childReports = new ScratchFolder();
        SuiteSettings here = settings with { ChildReports = childReports.Path, SkipTimeline = true };
        CaseRecord[] records =
        [
            .. Plan(here, globs).Cases.Select(benchmark => WithDigest(Measure(benchmark, here), ChildReport.Collect(childReports.Path))),
        ];

        return new MeasuredLaunch(
            MeasuredLaunch.CurrentSchema, SourceHash.OfThisBuild, here.Profile.Id, here.Profile.Scale, ProcessPriority.Current,
            records);
    }

    /// <param name="record">Of a case that was just measured.</param>
    /// <param name="childReports">Of this process: one if the case fetches, none if it does not.</param>
    private static CaseRecord WithDigest(CaseRecord record, IReadOnlyList<ChildReport> childReports)
    {
        FetchDigest? digest = childReports.SingleOrDefault()?.Digest;
        return record with { Digest = digest?.ToString(), Failures = FailureCount.Parse(digest?.Failed ?? "") };
    }

    /// <summary>The cases that would be measured.</summary>
    /// <exception cref="UsageException">No benchmark matches.</exception>
    internal static RunPlan Plan(SuiteSettings settings, IReadOnlyList<string> globs)
    {
        return RunPlan.Create(settings, ConfigOf, everything: globs.Count > 0, type => globs.Any(glob => CanMatch(glob, type)));

        IConfig ConfigOf(Type benchmarks)
        {
            // No collection is forced between operations: a launch has few of them, and these took a tenth of it.
            ManualConfig config = ManualConfig.CreateEmpty().AddJob(SuiteConfig.JobOf(settings.Profile, benchmarks).WithGcForce(false));
            return globs.Count > 0 ? config.AddFilter(new GlobFilter([.. globs])) : config;
        }
    }

    /// <summary>False only if the glob, up to its first wildcard, is no part of a name that begins with the class's.</summary>
    private static bool CanMatch(string glob, Type type)
    {
        string fixedPart = glob[..(glob.IndexOfAny(['*', '?']) is var wildcard and >= 0 ? wildcard : glob.Length)], prefix = type.FullName + ".";
        return prefix.StartsWith(fixedPart, StringComparison.OrdinalIgnoreCase) || fixedPart.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
    }

    private static CaseRecord Measure(BenchmarkCase benchmark, SuiteSettings settings)
    {
        try
        {
            (RunResults results, long? allocatedBytes) = EngineRun.Of(benchmark, settings);
            return CaseFromReport.Convert(benchmark, settings, results, allocatedBytes);
        }
        catch (Exception thrown) // by a benchmark, so it can be anything
        {
            throw new ExpectedFailureException($"No measurement of {CaseFromReport.IdOf(benchmark)}: {thrown.GetBaseException().Message}", thrown);
        }
    }
}
