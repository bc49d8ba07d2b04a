namespace Results.Records;

/// <summary>The watched operations of a run, read from the files of its cases.</summary>
public sealed class RunTimelines
{
    private readonly Dictionary<string, CaseTimeline> _timelines = new(StringComparer.Ordinal);

    private RunTimelines()
    {
    }

    /// <summary>No operation was watched, or none was kept.</summary>
    public static RunTimelines None { get; } = new();

    /// <summary>The number of timelines.</summary>
    public int Count => _timelines.Count;

    /// <summary>
    /// Reads the timelines in the run's folder. A published run may have none, so a missing file is not an error.
    /// </summary>
    /// <param name="folder">The folder of run.json.</param>
    /// <exception cref="RecordException">A file is not a timeline.</exception>
    public static RunTimelines Load(RunRecord run, string folder)
    {
        var loaded = new RunTimelines();
        string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (string file in run.Cases.SelectMany(c => c.Telemetry).Select(seen => seen.File).Distinct(StringComparer.Ordinal))
        {
            string path = Path.GetFullPath(Path.Combine(root, file));
            // A record from another source may contain any path, so only its own folder is read.
            if (path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path))
                loaded._timelines[file] = CaseTimelineFile.Load(path);
        }

        return loaded;
    }

    /// <summary>Timelines in memory, by the file names of the cases.</summary>
    public static RunTimelines Of(IEnumerable<KeyValuePair<string, CaseTimeline>> byFile)
    {
        var known = new RunTimelines();
        foreach ((string file, CaseTimeline timeline) in byFile)
            known._timelines[file] = timeline;
        return known;
    }

    /// <summary>The timeline of a watched operation; null if it was not kept.</summary>
    public CaseTimeline? Find(ObservedOperation seen) => _timelines.GetValueOrDefault(seen.File);
}
