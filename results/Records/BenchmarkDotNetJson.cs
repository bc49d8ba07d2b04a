using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Results.Records;

/// <summary>
/// Makes a run of BenchmarkDotNet's own JSON, so that a baseline can come from any project. What it does not record is not guessed: a
/// warning of the run names it.
/// </summary>
internal static partial class BenchmarkDotNetJson
{
    private const string Remedy = "name a *-report-full.json as BenchmarkDotNet writes it";
    private const string Start = "yyyyMMdd-HHmmss";

    private const string Missing =
        "Read from BenchmarkDotNet's JSON. It does not record the source, the profile, scenarios, ideals and the baseline, so there is no "
        + "ratio; nor the regime, which is shown as warm pool; nor the time zone of its start, which is shown as "
        + "UTC. Measure with this suite if you need them.";

    private const string NoLaunches = "This JSON has no single measurements, so all values of a case count as one launch, and there is no "
        + "interval. Use BenchmarkDotNet's JsonExporter.Full.";

    private const string NoMemory = "This JSON has no allocations for some cases. Use BenchmarkDotNet's MemoryDiagnoser.";

    private static readonly JsonSerializerOptions s_options = new(RecordJson.Options)
    {
        PropertyNamingPolicy = null,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, // as BenchmarkDotNet writes NaN
    };

    /// <summary>Whether the text looks like it.</summary>
    public static bool Is(string text) =>
        ForeignFormat.Has(text, "\"HostEnvironmentInfo\":") && ForeignFormat.Has(text, "\"Benchmarks\":");

    /// <summary>The run; its planned cases are all benchmarks of the file.</summary>
    /// <param name="origin">Where the text comes from, for the error.</param>
    /// <exception cref="RecordException">It does not have BenchmarkDotNet's form, or a value cannot be.</exception>
    public static RunRecord Parse(string text, string origin)
    {
        BenchmarkDotNetReport report = VersionedJson.Form<BenchmarkDotNetReport>(text, origin, Remedy, s_options)
            ?? throw new RecordException($"{origin}: is empty; {Remedy}");
        IReadOnlyList<BenchmarkDotNetCase> all = report.Benchmarks;
        foreach ((int at, BenchmarkDotNetCase one) in all.Index())
        {
            if (one is null || one.FullName.Length == 0 || !Can(one))
                throw new RecordException($"{origin}: $.Benchmarks[{at}]: must have a FullName, and times and allocations that are "
                    + $"{RecordLimits.Allowed}; {Remedy}");
        }

        string[] ids = [.. all.Select(one => IdOf(one, all))];
        BenchmarkDotNetHost host = report.HostEnvironmentInfo;
        return new RunRecord
        {
            Schema = RunRecord.CurrentSchema,
            Complete = true,
            StartedAt = StartOf(report.Title),
            Host = new(
                host.ProcessorName ?? RunRecord.NotRecorded,
                host.LogicalCoreCount ?? 0,
                host.OsVersion ?? RunRecord.NotRecorded,
                host.RuntimeVersion ?? RunRecord.NotRecorded,
                RunRecord.NotRecorded,
                RunRecord.NotRecorded),
            Source = new(null, null, RunRecord.NotRecorded, host.BenchmarkDotNetVersion ?? RunRecord.NotRecorded, RunRecord.NotRecorded),
            Profile = RunRecord.NotRecorded,
            Scale = 1,
            Hosting = RunRecord.NotRecorded,
            Scenarios = [],
            Planned = ids,
            Cases = [.. all.Zip(ids).SelectMany(one => LaunchesOf(one.First, one.Second))],
            Warnings = [Missing, .. Gaps(all)],
        };
    }

    private static bool Can(BenchmarkDotNetCase one) =>
        Launches(one).SelectMany(launch => launch.Ns).Append(one.Memory?.BytesAllocatedPerOperation ?? 0).All(RecordLimits.Allows);

    private static IEnumerable<string> Gaps(IReadOnlyList<BenchmarkDotNetCase> all)
    {
        if (all.Any(one => one is { Measurements: null or { Count: 0 }, Statistics: not null }))
            yield return NoLaunches;
        if (all.Any(one => one.Memory?.BytesAllocatedPerOperation is null))
            yield return NoMemory;
    }

    /// <summary>The full name. If several jobs measured the same benchmark, with its job, because they are different cases.</summary>
    private static string IdOf(BenchmarkDotNetCase one, IReadOnlyList<BenchmarkDotNetCase> all)
    {
        string info = one.DisplayInfo ?? "";
        int job = info.IndexOf(": ", StringComparison.Ordinal);
        return job >= 0 && all.Count(other => other.FullName == one.FullName) > 1 ? $"{one.FullName} [{info[(job + 2)..]}]" : one.FullName;
    }

    private static IEnumerable<CaseRecord> LaunchesOf(BenchmarkDotNetCase one, string id) => Launches(one).Select(launch => new CaseRecord
    {
        Case = id,
        Scenario = "",
        Strategy = "",
        Regime = Regimes.Warm,
        Launch = launch.Number,
        Requests = 0,
        IterationsNs = launch.Ns,
        AllocatedBytes = one.Memory?.BytesAllocatedPerOperation,
    });

    /// <summary>The results of each launch; none if the benchmark failed.</summary>
    private static IReadOnlyList<(int Number, double[] Ns)> Launches(BenchmarkDotNetCase one)
    {
        if (one.Measurements is not { Count: > 0 } rows)
            return one.Statistics?.OriginalValues is { Count: > 0 } values ? [(1, [.. values])] : [];
        return
        [
            .. rows.Where(row => row is { IsResult: true })
                .GroupBy(row => Math.Max(1, row.LaunchIndex)) // in process there is no launch, and BenchmarkDotNet writes 0
                .OrderBy(launch => launch.Key)
                .Select(launch => (launch.Key, launch.OrderBy(row => row.IterationIndex).Select(row => row.PerOperation).ToArray())),
        ];
    }

    private static DateTimeOffset StartOf(string? title) =>
        title is not null
        && StartInTitle().Match(title) is { Success: true } found
        && DateTimeOffset.TryParseExact(
            found.Value, Start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset start)
            ? start
            : DateTimeOffset.UnixEpoch;

    [GeneratedRegex(@"[0-9]{8}-[0-9]{6}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartInTitle();
}
