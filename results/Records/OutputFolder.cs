namespace Results.Records;

/// <summary>Finds out before any work whether results can be written where they are to go.</summary>
public static class OutputFolder
{
    /// <summary>Makes the folder when missing.</summary>
    /// <exception cref="RecordException">It cannot be made, or nothing can be written into it.</exception>
    public static void Require(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{folder}: cannot be written ({e.Message}); choose another folder", e);
        }
    }
}
