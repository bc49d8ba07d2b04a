using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;
using Benchmarks.Engine;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Benchmarks.Progress;
using Results.Records;
using Results.Summaries;

namespace Benchmarks.Rounds;

/// <summary>
/// Saves each launch as soon as it has ended, so that a later failure loses nothing, and reports the progress.
/// </summary>
/// <param name="folder">Where the records are stored.</param>
/// <param name="settings">The settings of the run. They name the folder where the measured processes write their reports.</param>
/// <param name="progress">Notified of each launch.</param>
/// <param name="watchCold">Whether each case is also recorded in a new process. That takes about a second and one operation.</param>
public sealed class LaunchSaver(RunFolder folder, SuiteSettings settings, RunProgress progress, bool watchCold)
{
    private readonly Dictionary<string, string> _failed = new(StringComparer.Ordinal);

    /// <summary>Cases with a launch that gave no usable measurement, with the reason.</summary>
    public IReadOnlyList<string> Failed => [.. _failed.Select(one => $"{one.Key}: {one.Value}")];

    /// <summary>Whether any launch was started.</summary>
    public bool HasStarted { get; private set; }

    public bool HasFailed(string caseId) => _failed.ContainsKey(caseId);

    /// <summary>Call this before a launch.</summary>
    /// <returns>The time now.</returns>
    /// <exception cref="OperationCanceledException">The run was interrupted: the same signal would end the new process.</exception>
    public DateTimeOffset Start(PlannedLaunch launch)
    {
        folder.RequireOpen();
        HasStarted = true;
        progress.Starts(launch);
        return TimeProvider.System.GetUtcNow();
    }

    /// <summary>Call this after a launch.</summary>
    /// <param name="program">The program that was launched.</param>
    public void Save(PlannedLaunch launch, BenchmarkCase benchmark, BuildResult program, ExecuteResult result, DateTimeOffset startedAt) =>
        Save(launch, new BenchmarkReport(result.IsSuccess, benchmark, program, program, [result], []), startedAt);

    /// <param name="report">BenchmarkDotNet's report of this launch alone.</param>
    public void Save(PlannedLaunch launch, BenchmarkReport report, DateTimeOffset startedAt)
    {
        var macro = MacroCase.Of(report.BenchmarkCase, settings);
        ILookup<int, ChildReport> left = ChildReport.Collect(settings.ChildReports!).ToLookup(childReport => childReport.Process);
        int? process = report.ExecuteResults is [var result, ..] ? result.ProcessId : null;
        ChildReport? childReport = left[process ?? Environment.ProcessId].FirstOrDefault(); // without a launch it is this process
        if (LaunchDoubt.About(report, childReport, expected: process is not null || macro is not null, fetches: macro is not null)
            is { } doubt)
        {
            Fail(launch, doubt);
            return;
        }

        CaseRecord record = CaseFromReport.Convert(report, settings).Single() with { Launch = launch.Round, StartedAt = startedAt };
        if (!launch.Last && report.BenchmarkCase.Job.Infrastructure.EngineFactory is TimesOnlyEngine)
            record = record with { AllocatedBytes = null }; // not counted
        if (childReport is not null)
            record = WithReport(record, childReport);
        if (launch.Last && watchCold && macro is not null)
            record = WithColdLaunch(record, macro);
        folder.SaveCase(record);
        progress.Ends(launch, [.. folder.Record.Cases.Where(one => one.Case == launch.Case)]);
    }

    private void Fail(PlannedLaunch launch, string reason)
    {
        if (launch.Round > 1)
        {
            folder.Warn($"{launch.Case}{Resumption.FailedInRound}{launch.Round}, so its row has only the earlier rounds: {reason}. "
                + "Correct the cause, and measure again.");
        }

        _failed[launch.Case] = reason;
        progress.Failed(launch);
    }

    private CaseRecord WithReport(CaseRecord record, ChildReport childReport)
    {
        if (childReport.Nice is { } nice)
            folder.Note(new ProcessPriorities(ProcessPriority.Current, nice));
        return record with
        {
            Telemetry = childReport.Timeline is { } warm ? [Observed(warm, record)] : [],
            Digest = childReport.Digest?.ToString(),
            Failures = childReport.Failures(),
        };
    }

    /// <summary>Records the cold regime in a separate launch, after the measured one, so that it does not disturb it.</summary>
    private CaseRecord WithColdLaunch(CaseRecord record, MacroCase macro)
    {
        (CaseTimeline? cold, string? failure) = ColdLaunch.Watch(macro, settings);
        return cold is not null
            ? record with { Telemetry = [Observed(cold, record), .. record.Telemetry] }
            : record with { Warnings = [.. record.Warnings, NotRecorded(failure)] };
    }

    private static string NotRecorded(string? failure) =>
        $"The cold launch was not recorded: {failure?.TrimEnd('.')}. Run this case alone, or raise its time limit.";

    private ObservedOperation Observed(CaseTimeline timeline, CaseRecord record) => new(
        timeline.Regime,
        folder.SaveTimeline(timeline with { Case = record.Case }, record.Launch),
        TimelineAnalysis.Figures(timeline));
}
