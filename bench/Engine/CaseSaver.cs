using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Results.Records;
using Results.Summaries;

namespace Benchmarks.Engine;

/// <summary>
/// Saves each case as soon as BenchmarkDotNet has finished it, so that a later failure loses nothing, and reports the progress.
/// </summary>
/// <param name="folder">Where the records are stored.</param>
/// <param name="settings">The settings of the run. They name the folder where the measured processes write their reports.</param>
/// <param name="progress">Notified of each case.</param>
/// <param name="watchCold">Whether each case is also recorded in a new process. That takes about a second and one operation.</param>
public sealed class CaseSaver(RunFolder folder, SuiteSettings settings, RunProgress progress, bool watchCold) : EventProcessor
{
    private readonly List<string> _failed = [];

    /// <summary>Cases that ended without a usable measurement, with the reason.</summary>
    public IReadOnlyList<string> Failed => _failed;

    public override void OnStartBuildStage(IReadOnlyList<BuildPartition> partitions) => progress.Builds();

    public override void OnStartRunBenchmark(BenchmarkCase benchmarkCase)
    {
        folder.RequireOpen(); // an interrupted run must not start another process: the same signal would end it
        progress.Starts(CaseFromReport.IdOf(benchmarkCase));
    }

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        ILookup<int, ChildReport> left = ChildReport.Collect(settings.ChildReports!).ToLookup(childReport => childReport.Process);
        CaseRecord[] records = report.Success ? [.. CaseFromReport.Convert(report, settings)] : [];
        if (records.Length == 0)
        {
            Fail(benchmarkCase, Reason(report));
            return;
        }

        var macro = MacroCase.Of(benchmarkCase, settings);
        for (int i = 0; i < records.Length; i++)
        {
            ExecuteResult launch = report.ExecuteResults[records[i].Launch - 1];
            // without a launch it is this process
            ChildReport? childReport = left[launch.ProcessId ?? Environment.ProcessId].FirstOrDefault();
            if (Doubt(childReport, expected: launch.ProcessId is not null || macro is not null, fetches: macro is not null) is { } doubt)
            {
                Fail(benchmarkCase, doubt);
                return;
            }

            if (childReport is not null)
                records[i] = WithReport(records[i], childReport);
        }

        if (watchCold && macro is not null)
            records[0] = WithColdLaunch(records[0], macro);
        folder.SaveCase(records);
        progress.Ends(records);
    }

    private void Fail(BenchmarkCase benchmark, string reason)
    {
        _failed.Add($"{CaseFromReport.IdOf(benchmark)}: {reason}");
        progress.Failed();
    }

    /// <summary>The reason why the measurement cannot be used; null if it can.</summary>
    private static string? Doubt(ChildReport? childReport, bool expected, bool fetches)
    {
        if (childReport is null)
        {
            return expected
                ? "a measured process wrote no report of its build; "
                    + "make sure that the temporary folder is writable and not full, then measure again"
                : null;
        }
        if (childReport.SourceHash != SourceHash.OfThisBuild)
            return $"the measured process was built from different source ({childReport.SourceHash}) than its host "
                + $"({SourceHash.OfThisBuild}); build again";
        return fetches && childReport.Digest is null
            ? "a measured process did not report what it fetched; make sure that the temporary folder is not full, then measure again"
            : null;
    }

    private CaseRecord WithReport(CaseRecord record, ChildReport childReport)
    {
        if (childReport.Nice is { } nice)
            folder.Note(new ProcessPriorities(ProcessPriority.Current, nice));
        return record with
        {
            Telemetry = childReport.Timeline is { } warm ? [Observed(warm, record)] : [],
            Digest = childReport.Digest?.ToString(),
            Failures = FailureCount.Parse(childReport.Digest?.Failed ?? ""),
        };
    }

    /// <summary>Records the cold regime in a separate launch, after the measured ones, so that it does not disturb them.</summary>
    private CaseRecord WithColdLaunch(CaseRecord record, MacroCase macro)
    {
        (CaseTimeline? cold, string? failure) = ColdLaunch.Watch(macro, settings);
        return cold is not null
            ? record with { Telemetry = [Observed(cold, record), .. record.Telemetry] }
            : record with { Warnings = [.. record.Warnings, NotRecorded(failure)] };
    }

    private static string NotRecorded(string? failure) =>
        $"The cold launch was not recorded: {failure}. Run this case alone, or raise its time limit.";

    private ObservedOperation Observed(CaseTimeline timeline, CaseRecord record) => new(
        timeline.Regime,
        folder.SaveTimeline(timeline with { Case = record.Case }, record.Launch),
        TimelineAnalysis.Figures(timeline));

    private static string Reason(BenchmarkReport report)
    {
        if (!report.BuildResult.IsBuildSuccess)
            return "its build failed";
        return report.ExecuteResults.SelectMany(result => result.StandardOutput.Concat(result.Results).Concat(result.Errors))
            .FirstOrDefault(line => line.Contains("Exception", StringComparison.Ordinal))?.Trim()
            ?? "it returned no measurement";
    }
}
