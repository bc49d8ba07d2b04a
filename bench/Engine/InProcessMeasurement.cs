using BenchGate.Errors;
using BenchGate.Processes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Results.Records;

namespace Benchmarks.Engine;

/// <summary>
/// Measures in this process on BenchmarkDotNet's engine, without a build or a launch, so a caller can start it many times.
/// </summary>
public static class InProcessMeasurement
{
    /// <param name="globs">Full names with * and ?; empty means the profile's cases.</param>
    /// <exception cref="UsageException">A pattern matches no benchmark, the thread pool is too small for one, or this is a Debug
    /// build.</exception>
    /// <exception cref="ExpectedFailureException">A case ended without a measurement; the message names the case.</exception>
    public static MeasuredLaunch Run(SuiteSettings settings, IReadOnlyList<string> globs) => Run(settings, globs, Plan(settings, globs));

    /// <summary>The same for a <see cref="Plan"/> that was made before.</summary>
    internal static MeasuredLaunch Run(SuiteSettings settings, IReadOnlyList<string> globs, RunPlan plan)
    {
        RunObstacle.RefuseDebug(typeof(InProcessMeasurement).Assembly);
        CaseGlobs.RequireEach("--cases", globs, plan.Cases);
        PlannedThreads.Require(plan.Cases, settings);
        using var childReports = new ScratchFolder();
        SuiteSettings here = settings with { ChildReports = childReports.Path, TimesOnly = true };
        CaseRecord[] records =
        [
            .. plan.Cases.Select(benchmark => WithDigest(Measure(benchmark, here), ChildReport.Collect(childReports.Path))),
        ];

        return new MeasuredLaunch(
            MeasuredLaunch.CurrentSchema, SourceHash.OfThisBuild, here.Profile.Id, here.Profile.Scale, ProcessPriority.Current,
            records);
    }

    /// <param name="record">The record of the case that was just measured.</param>
    /// <param name="childReports">The reports of this process: one if the case fetches, else none.</param>
    private static CaseRecord WithDigest(CaseRecord record, IReadOnlyList<ChildReport> childReports)
    {
        ChildReport? childReport = childReports.SingleOrDefault();
        return record with { Digest = childReport?.Digest?.ToString(), Failures = childReport?.Failures() };
    }

    /// <summary>The cases that would be measured.</summary>
    /// <exception cref="UsageException">No benchmark matches.</exception>
    internal static RunPlan Plan(SuiteSettings settings, IReadOnlyList<string> globs)
    {
        return RunPlan.Create(settings, ConfigOf, everything: globs.Count > 0, type => globs.Any(glob => CanMatch(glob, type)));

        IConfig ConfigOf(Type benchmarks)
        {
            // No garbage collection is forced between operations: it took a tenth of the time of a launch, which has few operations.
            ManualConfig config = ManualConfig.CreateEmpty().AddJob(SuiteConfig.JobOf(settings.Profile, benchmarks).WithGcForce(false));
            return globs.Count > 0 ? config.AddFilter(new GlobFilter([.. globs])) : config;
        }
    }

    /// <summary>False only if the pattern, up to its first wildcard, cannot match a name that begins with the class's name.</summary>
    private static bool CanMatch(string glob, Type type)
    {
        string fixedPart = glob[..(glob.IndexOfAny(['*', '?']) is var wildcard and >= 0 ? wildcard : glob.Length)],
            prefix = type.FullName + ".";
        return prefix.StartsWith(fixedPart, StringComparison.OrdinalIgnoreCase)
            || fixedPart.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
    }

    private static CaseRecord Measure(BenchmarkCase benchmark, SuiteSettings settings)
    {
        try
        {
            (RunResults results, long? allocatedBytes) = EngineRun.Of(benchmark, settings);
            return CaseFromReport.Convert(benchmark, settings, results, allocatedBytes);
        }
        catch (Exception thrown) when (ExpectedFailure.IsCauseOf(thrown))
        {
            throw new ExpectedFailureException(
                $"No measurement of {CaseFromReport.IdOf(benchmark)}: {thrown.GetBaseException().Message}", thrown);
        }
    }
}
