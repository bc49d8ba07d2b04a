using System.Text.Json;

namespace Results.Records;

/// <summary>
/// Makes room for a new run: latest becomes previous, only by renames. The old previous is kept aside until the new run has measured
/// something (<see cref="Settle"/>), so runs that measure nothing push no other run out.
/// </summary>
internal static class RunRotation
{
    private static readonly string[] s_answers = ["*.json", "*.md"];

    /// <summary>
    /// Leaves an empty results/latest. A latest without a measurement does not replace a good previous one. But the files of other verbs,
    /// such as limits.json, move to previous.
    /// </summary>
    /// <returns>Whether a run became the previous one.</returns>
    /// <exception cref="RecordException">A folder cannot be moved.</exception>
    public static bool MakeRoom(string resultsRoot)
    {
        var latest = RunLayout.Latest(resultsRoot);
        string previous = RunLayout.Previous(resultsRoot).Folder;
        try
        {
            bool measured = HasMeasured(latest);
            if (measured)
            {
                // Without a previous, an earlier rotation was interrupted, and what it put aside is still the older of the two runs.
                if (Directory.Exists(previous))
                {
                    Delete(Aside(resultsRoot));
                    Directory.Move(previous, Aside(resultsRoot));
                }

                Directory.Move(latest.Folder, previous);
            }
            else
            {
                Keep(latest, previous);
                Delete(latest.Folder);
            }

            Directory.CreateDirectory(latest.Folder);
            return measured;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{latest.Folder}: cannot become {previous} ({e.Message}); close the programs that use these "
                + "folders", e);
        }
    }

    /// <summary>Call this when the new run has measured something: it removes the run that <see cref="MakeRoom"/> put aside.</summary>
    public static void Settle(string resultsRoot)
    {
        try
        {
            Delete(Aside(resultsRoot));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the next rotation removes it
        }
    }

    /// <summary>
    /// Takes a rotation back, for a run that could not begin: the runs are where they were before. Call it only if <see cref="MakeRoom"/>
    /// returned true, and before <see cref="Settle"/>.
    /// </summary>
    /// <exception cref="RecordException">A folder cannot be moved.</exception>
    public static void TakeBack(string resultsRoot)
    {
        string latest = RunLayout.Latest(resultsRoot).Folder, previous = RunLayout.Previous(resultsRoot).Folder;
        try
        {
            Delete(latest);
            Directory.Move(previous, latest);
            if (Directory.Exists(Aside(resultsRoot)))
                Directory.Move(Aside(resultsRoot), previous);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{previous}: cannot become {latest} again ({e.Message}); close the programs that use these folders, "
                + "and rename it yourself", e);
        }
    }

    /// <summary>
    /// Whether a folder holds a run with at least one measured case. A file alone says nothing: a run whose cases all failed has one, too.
    /// A broken file has none. The rest of the file is not checked, so a run of a newer build counts.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static bool HasMeasured(RunLayout layout)
    {
        if (!File.Exists(layout.RunJson))
            return false;
        try
        {
            using FileStream file = File.OpenRead(layout.RunJson);
            using var run = JsonDocument.Parse(file);
            return Items(run.RootElement, "cases").Any(one => Items(one, "iterationsNs").Length > 0);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException) // the latter for half a surrogate pair
        {
            return false;
        }
    }

    private static JsonElement[] Items(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    private static string Aside(string resultsRoot) => RunLayout.Previous(resultsRoot).Folder + ".old";

    // One by one: after an interruption, each file is completely in one of the two folders, and the next run moves the rest.
    // What belongs to the run that measured nothing stays with it.
    private static void Keep(RunLayout from, string to)
    {
        if (!Directory.Exists(from.Folder))
            return;
        string[] own = [from.RunJson, from.ReportMarkdown, from.ArticlesMarkdown, from.GateJson];
        string[] files = [.. s_answers.SelectMany(kind => Directory.EnumerateFiles(from.Folder, kind)).Except(own, StringComparer.Ordinal)];
        if (files.Length > 0)
            Directory.CreateDirectory(to);
        foreach (string file in files)
            File.Move(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
