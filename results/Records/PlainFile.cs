using System.Formats.Tar;
using System.Globalization;

namespace Results.Records;

/// <summary>
/// Looks at a file before it is opened. To open a pipe means to wait for its writer, a device may have no end, and a huge file fills the
/// memory. So only a regular file of a limited size is read.
/// </summary>
public static class PlainFile
{
    /// <summary>The largest file that is read, in bytes: a thousand times the largest run of this suite.</summary>
    public const long MostBytes = 256L << 20;

    /// <summary>What can be read, for messages.</summary>
    public const string Allowed = "a regular file of at most 256 MB";

    private const string NoFile = "is a pipe, a device or a socket";

    /// <summary>Refuses a file that must not be read.</summary>
    /// <exception cref="RecordException">It is a folder, no regular file, or too large.</exception>
    /// <exception cref="IOException">It does not exist, or the system cannot look at it.</exception>
    public static void Require(string path)
    {
        if (Obstacle(path, MostBytes) is { } obstacle)
            throw new RecordException($"{path}: cannot be read: it {obstacle}; name {Allowed}");
    }

    /// <summary>Why the file must not be read, such as "is a folder"; null if it is a regular file that is not too large.</summary>
    /// <param name="most">The largest allowed size, in bytes.</param>
    /// <exception cref="IOException">It does not exist, or the system cannot look at it.</exception>
    /// <exception cref="UnauthorizedAccessException">The system does not allow to look at it.</exception>
    public static string? Obstacle(string path, long most)
    {
        if (Directory.Exists(path))
            return "is a folder";
        var file = new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
        if (!file.Exists && File.Exists(path))
            return NoFile; // such as /dev/stdin: a link to a pipe, which has no name
        if (file.Length > most)
            return string.Create(CultureInfo.InvariantCulture, $"has {file.Length:N0} bytes");
        return file.Length == 0 && !IsRegular(file.FullName) ? NoFile : null;
    }

    /// <summary>Whether an empty file is regular. Pipes and devices have a length of 0, too, and .NET does not say what they are.</summary>
    private static bool IsRegular(string path)
    {
        try
        {
            // An archive names the type of each entry. To find it, no pipe or device is opened.
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, leaveOpen: true))
                writer.WriteEntry(path, "file");
            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true; // a socket, or a file that is in use: to open it fails at once, with the reason
        }
    }
}
