namespace Results.Records;

/// <summary>Makes room for a new run: latest becomes previous, by renames alone.</summary>
internal static class RunRotation
{
    private static readonly string[] s_answers = ["*.json", "*.md"];

    /// <summary>
    /// Leaves an empty results/latest. An interruption at any point loses at most the previous run, which was to go anyway.
    /// A latest without run.json is no run and does not push a good previous one out; but what other verbs wrote there, such as
    /// limits.json, moves into previous.
    /// </summary>
    /// <exception cref="RecordException">A folder cannot be moved.</exception>
    public static void MakeRoom(string resultsRoot)
    {
        var latest = RunLayout.Latest(resultsRoot);
        string previous = RunLayout.Previous(resultsRoot).Folder;
        string discarded = previous + ".old";
        try
        {
            Delete(discarded);
            if (!File.Exists(latest.RunJson))
            {
                Keep(latest.Folder, previous);
                Move(latest.Folder, discarded);
            }
            else
            {
                Move(previous, discarded);
                Move(latest.Folder, previous);
            }

            Delete(discarded);
            Directory.CreateDirectory(latest.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{latest.Folder}: cannot become {previous} ({e.Message}); close what uses these folders", e);
        }
    }

    // One by one: after an interruption each stands whole in one of the two folders, and the next run moves the rest.
    private static void Keep(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        string[] files = [.. s_answers.SelectMany(kind => Directory.EnumerateFiles(from, kind))];
        if (files.Length > 0)
            Directory.CreateDirectory(to);
        foreach (string file in files)
            File.Move(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
            Directory.Move(from, to);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
