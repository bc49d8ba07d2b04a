using System.Text;

namespace Results.Records;

/// <summary>Writes a whole file or nothing: a reader, or an interruption, never meets half of one.</summary>
public static class AtomicFile
{
    private const string Ending = ".tmp";

    /// <summary>
    /// Replaces <paramref name="path"/> by <paramref name="text"/> in UTF-8 without a byte order mark; its folder is made when missing.
    /// </summary>
    /// <exception cref="NotWrittenException">It could not be written; what stood there before is untouched.</exception>
    public static void Write(string path, string text)
    {
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full) ?? throw new RecordException($"{path}: is a drive, not a file; name a file");
        // In the same folder: only within one file system is a rename atomic.
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
                $"{path}: cannot be written ({e.Message}); free the disk or the file, or choose another folder: what stood there is unchanged", e);
        }
    }

    /// <summary>Removes what an earlier write left, where there is anything.</summary>
    /// <exception cref="RecordException">It is there and cannot be removed.</exception>
    public static void Remove(string path)
    {
        try
        {
            if (File.Exists(path))
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path}: cannot be removed ({e.Message}); remove it yourself: it belongs to an earlier result", e);
        }
    }

    /// <summary>Removes what killed writers left unfinished in a folder that nobody writes to now.</summary>
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
            // Without this a power cut after the rename can leave an empty file under the final name.
            file.Flush(flushToDisk: true);
        }
        catch (ArgumentOutOfRangeException tooLong) // what .NET makes of EFBIG
        {
            throw new IOException("files may not become so long there: see ulimit -f", tooLong);
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
