namespace Results.Records;

/// <summary>Makes room for a new run: latest becomes previous, only by renames.</summary>
internal static class RunRotation
{
    private static readonly string[] s_answers = ["*.json", "*.md"];

    /// <summary>
    /// Leaves an empty results/latest. An interruption at any point loses at most the previous run, which would be removed anyway. A latest
    /// without run.json is not a run and does not replace a good previous one. But the files of other verbs, such as
    /// limits.json, move to previous.
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
            throw new RecordException($"{latest.Folder}: cannot become {previous} ({e.Message}); close the programs that use these "
                + "folders", e);
        }
    }

    // One by one: after an interruption, each file is completely in one of the two folders, and the next run moves the rest.
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
