using System.Text;

namespace Results.Records;

/// <summary>Writes a complete file or nothing, so that a reader or an interruption never gets half of a file.</summary>
public static class AtomicFile
{
    private const string Ending = ".tmp";

    /// <summary>
    /// Replaces <paramref name="path"/> by <paramref name="text"/> in UTF-8 without a byte order mark. It creates a missing folder.
    /// </summary>
    /// <exception cref="NotWrittenException">It could not be written; the old file is unchanged.</exception>
    public static void Write(string path, string text)
    {
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full) ?? throw new RecordException($"{path}: is a drive, not a file; name a file");
        // In the same folder, because a rename is atomic only within one file system.
        string temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}{Ending}");
        try
        {
            Directory.CreateDirectory(folder);
            WriteThrough(temporary, text);
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(temporary);
            throw new NotWrittenException(
                $"{path}: cannot be written ({e.Message}); free disk space or close the file, or choose another folder: the old file is "
                    + "unchanged", e);
        }
    }

    /// <summary>Removes a file of an earlier result, if it exists.</summary>
    /// <exception cref="RecordException">It exists and cannot be removed.</exception>
    public static void Remove(string path)
    {
        try
        {
            if (File.Exists(path))
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path}: cannot be removed ({e.Message}); remove it yourself, because it belongs to an earlier "
                + "result", e);
        }
    }

    /// <summary>Removes the unfinished files of killed writers. Nobody may write to the folder now.</summary>
    public static void DiscardRemains(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (string file in Directory.EnumerateFiles(folder, ".*" + Ending))
            Discard(file);
    }

    private static void WriteThrough(string path, string text)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            file.Write(Encoding.UTF8.GetBytes(text));
            // Without this, a power failure after the rename can leave an empty file under the final name.
            file.Flush(flushToDisk: true);
        }
        catch (ArgumentOutOfRangeException tooLong) // .NET throws this for EFBIG
        {
            throw new IOException("the file would be larger than the limit allows: see ulimit -f", tooLong);
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to report.
        }
    }
}
