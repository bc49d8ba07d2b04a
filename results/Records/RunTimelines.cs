namespace Results.Records;

/// <summary>The watched operations of a run, read from the files that its cases name.</summary>
public sealed class RunTimelines
{
    private readonly Dictionary<string, CaseTimeline> _timelines = new(StringComparer.Ordinal);

    private RunTimelines()
    {
    }

    /// <summary>No operation was watched, or nothing of it was kept.</summary>
    public static RunTimelines None { get; } = new();

    /// <summary>How many there are.</summary>
    public int Count => _timelines.Count;

    /// <summary>
    /// Reads what lies below the run's folder; a published run may leave its timelines out, so a missing file is no error.
    /// </summary>
    /// <param name="folder">The folder of run.json.</param>
    /// <exception cref="RecordException">A file is there but is no timeline.</exception>
    public static RunTimelines Load(RunRecord run, string folder)
    {
        var loaded = new RunTimelines();
        string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (string file in run.Cases.SelectMany(c => c.Telemetry).Select(seen => seen.File).Distinct(StringComparer.Ordinal))
        {
            string path = Path.GetFullPath(Path.Combine(root, file));
            // A record from elsewhere may name any path; only its own folder is read.
            if (path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path))
                loaded._timelines[file] = CaseTimelineFile.Load(path);
        }

        return loaded;
    }

    /// <summary>Timelines that are in memory already, by the name that the cases give to their file.</summary>
    public static RunTimelines Of(IEnumerable<KeyValuePair<string, CaseTimeline>> byFile)
    {
        var known = new RunTimelines();
        foreach ((string file, CaseTimeline timeline) in byFile)
            known._timelines[file] = timeline;
        return known;
    }

    /// <summary>The whole of a watched operation; null where it was not kept.</summary>
    public CaseTimeline? Find(ObservedOperation seen) => _timelines.GetValueOrDefault(seen.File);
}
