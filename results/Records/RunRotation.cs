namespace Results.Records;

/// <summary>Makes room for a new run: latest becomes previous, by renames alone.</summary>
internal static class RunRotation
{
    /// <summary>
    /// Leaves an empty results/latest. An interruption at any point loses at most the previous run, which was to go anyway.
    /// A latest without run.json measured nothing and does not push a good previous run out.
    /// </summary>
    /// <exception cref="RecordException">A folder cannot be moved.</exception>
    public static void MakeRoom(string resultsRoot)
    {
        var latest = RunLayout.Latest(resultsRoot);
        var previous = RunLayout.Previous(resultsRoot).Folder;
        var discarded = previous + ".old";
        try
        {
            Delete(discarded);
            if (!File.Exists(latest.RunJson))
            {
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
