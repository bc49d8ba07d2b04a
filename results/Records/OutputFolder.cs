namespace Results.Records;

/// <summary>Checks before any work whether results can be written to a folder.</summary>
public static class OutputFolder
{
    /// <summary>Creates the folder if it does not exist.</summary>
    /// <exception cref="RecordException">It cannot be created, or nothing can be written to it.</exception>
    public static void Require(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe =
                new FileStream(Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1,
                    FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{folder}: cannot be written ({e.Message}); choose another folder", e);
        }
    }
}
