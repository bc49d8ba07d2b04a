using BenchGate.Errors;
using BenchGate.Measuring;
using Benchmarks.Engine;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Fixtures.Latency;
using Results.Records;

namespace Benchmarks.Gate;

/// <summary>Measures two builds: reads which cases each one has, then measures both in turns.</summary>
internal static class InterleavedGate
{
    /// <param name="plan">What is measured.</param>
    /// <param name="before">The base's build.</param>
    /// <param name="after">The head's build; if it is the same build, this is an A/A measurement.</param>
    /// <param name="file">The file of the run, saved after each pair.</param>
    /// <param name="output">Gets the estimate.</param>
    /// <exception cref="UsageException">Neither side has one of the chosen cases, or a pattern matches none of them.</exception>
    public static async Task<GateRun> MeasureAsync(
        GatePlan plan, SideBuild before, SideBuild after, string file, TextWriter output, CancellationToken stop)
    {
        ProcessPriority.AnnounceHost();
        await using var baseSide = new RunningSide(before, blame: ExitCodes.NotComparable, plan);
        await using var headSide = new RunningSide(after, blame: ExitCodes.Failed, plan);
        CountedLaunch counted = await baseSide.CountAsync(stop);
        CountedLaunch recounted = await headSide.CountAsync(stop);
        if (counted.Cases.Count + recounted.Cases.Count == 0)
            throw new UsageException("No case of either side matches --cases; 'list' shows the cases.");
        CaseGlobs.RequireEach("--cases", plan.Cases, [.. counted.Cases.Concat(recounted.Cases).Select(one => one.Case)]);

        GateRun start = Start(plan, (before, counted), (after, recounted));
        // save first, so that an unwritable folder fails before a server is started
        GateRunFile.Save(start, file);
        string[] scenarios =
        [
            .. counted.Cases.IntersectBy(headSide.Cases, one => one.Case, StringComparer.Ordinal).Select(one => one.Scenario)
                .Where(id => id.Length > 0).Distinct(StringComparer.Ordinal),
        ];
        await baseSide.ServeAsync(scenarios, stop);
        await headSide.ServeAsync(scenarios, stop);
        return await new PairedMeasurement(plan.Pairs, (baseSide, headSide), file, output).RunAsync(start, stop);
    }

    /// <summary>The run before the first launch, with every case of either side.</summary>
    internal static GateRun Start(
        GatePlan plan, (SideBuild Build, CountedLaunch Counted) before, (SideBuild Build, CountedLaunch Counted) after) =>
        Empty(plan, before.Build, after.Build) with
        {
            Base = Side(before.Build, before.Counted),
            Head = Side(after.Build, after.Counted),
            Cases = [.. Cases(before.Counted.Cases, after.Counted.Cases)],
        };

    /// <summary>The run of two builds, without a case.</summary>
    public static GateRun Empty(GatePlan plan, SideBuild before, SideBuild after)
    {
        using var clock = new LatencyClock();
        return new GateRun
        {
            Complete = false,
            StartedAt = TimeProvider.System.GetUtcNow(),
            Host = HostDescription.Fingerprint(clock, plan.Settings.Server),
            Profile = plan.Profile.Id,
            Scale = plan.Profile.Scale,
            RequestDivisor = plan.Profile.Divisor,
            Seed = plan.Pairs.Seed,
            PlannedPairs = plan.Pairs.Pairs,
            Base = Side(before, plan.Settings.Server),
            Head = Side(after, plan.Settings.Server),
            Cases = [],
        };
    }

    private static GateSide Side(SideBuild build, string server) =>
        new(build.Source.Name, build.Source.Commit, build.Source.Dirty, build.SourceHash, server, []);

    private static GateSide Side(SideBuild build, CountedLaunch counted) => Side(build, counted.Server) with
    {
        SourceHash = counted.SourceHash,
        Planned = [.. counted.Cases.Select(one => one.Case)],
        Scenarios = counted.Scenarios,
    };

    /// <summary>The head's cases in its order, then the cases that only the base has.</summary>
    private static IEnumerable<GateCase> Cases(IReadOnlyList<CountedCase> before, IReadOnlyList<CountedCase> after) =>
        after.UnionBy(before, one => one.Case, StringComparer.Ordinal).Select(one => new GateCase
        {
            Case = one.Case,
            Scenario = one.Scenario,
            Strategy = one.Strategy,
            Pairs = [],
            BaseCounters = before.FirstOrDefault(other => other.Case == one.Case)?.Counters,
            HeadCounters = after.FirstOrDefault(other => other.Case == one.Case)?.Counters,
        });
}
