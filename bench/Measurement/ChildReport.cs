using System.Globalization;
using System.Text.Json;
using Benchmarks.Fetching;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>
/// What a measured process tells the host about its launch; BenchmarkDotNet has no channel for it, so it is a file, one for each process.
/// It is begun as the process starts (<see cref="MeasuredProcess"/>); one that fetches completes it at its end.
/// </summary>
/// <param name="Process">Id of the process, by which the host finds the launch that it belongs to.</param>
/// <param name="SourceHash">The build that was really measured.</param>
/// <param name="Nice">The process's priority while it measured; null if that was not noted.</param>
/// <param name="Digest">What an operation fetched; null if it fetches nothing, or never came to its end.</param>
/// <param name="Timeline">One extra, untimed operation, after the timed ones.</param>
public sealed record ChildReport(int Process, string SourceHash, int? Nice = null, FetchDigest? Digest = null, CaseTimeline? Timeline = null)
{
    /// <summary>Replaces what the process has noted before.</summary>
    /// <exception cref="NotWrittenException">It could not be written: on a full disk there is no report, instead of half of one.</exception>
    internal void Save(string folder) =>
        AtomicFile.Write(Path.Combine(folder, Process.ToString(CultureInfo.InvariantCulture) + ".json"), JsonSerializer.Serialize(this));

    /// <summary>Called in the host after a case: the reports of its launches, which are then removed.</summary>
    internal static IReadOnlyList<ChildReport> Collect(string folder)
    {
        string[] files = Directory.GetFiles(folder, "*.json");
        ChildReport[] childReports = [.. files.Select(file => JsonSerializer.Deserialize<ChildReport>(File.ReadAllBytes(file))!)];
        Array.ForEach(files, File.Delete);
        return childReports;
    }
}
