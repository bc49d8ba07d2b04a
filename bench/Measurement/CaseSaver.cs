using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>Saves each case as soon as BenchmarkDotNet is done with it, so that a later failure loses nothing, and tells the progress.</summary>
/// <param name="folder">Where the records are kept.</param>
/// <param name="notes">Where the children leave their notes.</param>
/// <param name="progress">Told of each case.</param>
public sealed class CaseSaver(RunFolder folder, string notes, RunProgress progress) : EventProcessor
{
    private readonly List<string> _failed = [];

    /// <summary>Cases that ended without a usable measurement, with the reason.</summary>
    public IReadOnlyList<string> Failed => _failed;

    public override void OnStartRunBenchmark(BenchmarkCase benchmarkCase) => progress.Starts(CaseFromReport.IdOf(benchmarkCase));

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        IReadOnlyList<LaunchNote> launches = LaunchNote.Collect(notes);
        CaseRecord[] records = report.Success ? [.. CaseFromReport.Convert(report)] : [];
        if (records.Length == 0)
        {
            _failed.Add($"{CaseFromReport.IdOf(benchmarkCase)}: {Reason(report)}");
            progress.Failed(CaseFromReport.IdOf(benchmarkCase));
            return;
        }

        for (int i = 0; i < records.Length; i++)
            folder.SaveCase(i < launches.Count ? WithNote(records[i], launches[i]) : records[i]);
        progress.Ends(records);
    }

    private CaseRecord WithNote(CaseRecord record, LaunchNote note)
    {
        if (note.SourceHash != SourceHash.OfThisBuild)
            throw new InvalidOperationException($"{record.Case}: the measured process was built from other source ({note.SourceHash}) than its host ({SourceHash.OfThisBuild}); build again.");

        folder.Note(new ProcessPriorities(ProcessPriority.Current, note.Nice));
        string? telemetry = note.Timeline is { } timeline ? folder.SaveTimeline(timeline with { Case = record.Case }, record.Launch) : null;
        return record with { Telemetry = telemetry, Digest = note.Digest?.ToString() };
    }

    private static string Reason(BenchmarkReport report)
    {
        if (!report.BuildResult.IsBuildSuccess)
            return "its build failed";
        return report.ExecuteResults.SelectMany(result => result.StandardOutput.Concat(result.Results).Concat(result.Errors))
            .FirstOrDefault(line => line.Contains("Exception", StringComparison.Ordinal))?.Trim()
            ?? "it brought back no measurement";
    }
}
