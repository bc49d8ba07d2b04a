using System.Globalization;
using System.Text.Json;
using Benchmarks.Fetching;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>
/// What a measured process reports to the host. BenchmarkDotNet has no channel for this, so it is a file, one for each process. The process
/// writes it at its start (<see cref="MeasuredProcess"/>); a process that fetches completes it at its end.
/// </summary>
/// <param name="Process">Id of the process. The host uses it to find the launch.</param>
/// <param name="SourceHash">The build that was measured.</param>
/// <param name="Nice">The process's priority while it measured; null if it was not recorded.</param>
/// <param name="Digest">What an operation is expected to fetch; null if it fetches nothing, or did not complete.</param>
/// <param name="Timeline">One extra, untimed operation, after the timed ones.</param>
/// <param name="Failed">What failed in the operation with the most failures, as <see cref="FailureCount.ToText"/> writes it; null: what the
/// digest says.</param>
public sealed record ChildReport(
    int Process,
    string SourceHash,
    int? Nice = null,
    FetchDigest? Digest = null,
    CaseTimeline? Timeline = null,
    string? Failed = null)
{
    /// <summary>The failed requests of an operation, by kind; null if none failed.</summary>
    public IReadOnlyDictionary<string, int>? Failures() => FailureCount.Parse(Failed ?? Digest?.Failed ?? "");

    /// <summary>Saves the report and replaces an earlier one of the same process.</summary>
    /// <exception cref="NotWrittenException">It could not be written. On a full disk there is no report, instead of an incomplete
    /// one.</exception>
    internal void Save(string folder) =>
        AtomicFile.Write(Path.Combine(folder, Process.ToString(CultureInfo.InvariantCulture) + ".json"), JsonSerializer.Serialize(this));

    /// <summary>Called in the host after a case: reads the reports of its launches, and deletes them.</summary>
    internal static IReadOnlyList<ChildReport> Collect(string folder)
    {
        string[] files = Directory.GetFiles(folder, "*.json");
        ChildReport[] childReports = [.. files.Select(file => JsonSerializer.Deserialize<ChildReport>(File.ReadAllBytes(file))!)];
        Array.ForEach(files, File.Delete);
        return childReports;
    }
}
