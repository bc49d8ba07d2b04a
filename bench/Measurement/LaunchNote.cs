using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarks.Fetching;
using Results.Records;

namespace Benchmarks.Measurement;

/// <summary>
/// What a child process tells the host about one launch; BenchmarkDotNet has no channel for it, so it is a file.
/// </summary>
/// <param name="SourceHash">The build that was really measured.</param>
/// <param name="Nice">The child's priority while it measured.</param>
/// <param name="Timeline">One extra, untimed operation, after the timed ones.</param>
public sealed record LaunchNote(string Scenario, string Strategy, string SourceHash, int Nice, FetchDigest? Digest, CaseTimeline? Timeline)
{
    /// <summary>Called in a child after its last iteration; does nothing without a host.</summary>
    internal static async Task LeaveAsync(FixtureLink link, IFetchStrategy strategy, FetchWork work, FetchDigest expected)
    {
        if (SuiteEnvironment.NotesFolder is not { } folder)
            return;

        CaseTimeline? timeline = SuiteEnvironment.SkipTimeline ? null : await TimelineRecorder.RecordAsync(link.Addresses.Http1, strategy, work, Regimes.Warm);
        var note = new LaunchNote(link.Scenario.Id, strategy.Descriptor.Id, Measurement.SourceHash.OfThisBuild, ProcessPriority.Current, expected, timeline);
        // the stamp is monotonic across processes, so that names sort in the order of the launches
        string name = Stopwatch.GetTimestamp().ToString("D20", CultureInfo.InvariantCulture);
        AtomicFile.Write(Path.Combine(folder, name + ".json"), JsonSerializer.Serialize(note)); // on a full disk no note, instead of half of one
    }

    /// <summary>Called in the host after a case: the notes of its launches in order, which are then removed.</summary>
    internal static IReadOnlyList<LaunchNote> Collect(string folder)
    {
        FileInfo[] files = [.. new DirectoryInfo(folder).EnumerateFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal)];
        LaunchNote[] notes = [.. files.Select(file => JsonSerializer.Deserialize<LaunchNote>(File.ReadAllBytes(file.FullName))!)];
        Array.ForEach(files, file => file.Delete());
        return notes;
    }
}
