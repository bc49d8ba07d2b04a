using BenchGate.Errors;

namespace BenchGate.Processes;

/// <summary>
/// A new folder for files that processes exchange. It is deleted when disposed, or when the process ends. The next run deletes the folder
/// of a killed process.
/// </summary>
public sealed class ScratchFolder : IDisposable
{
    private const string Prefix = "bench-";
    private readonly string _folder;
    private readonly OwnerMark _owner;
    private readonly EventHandler _atExit;

    /// <summary>Creates a folder below the temporary folder.</summary>
    /// <exception cref="UsageException">There is no temporary folder.</exception>
    public ScratchFolder()
        : this(Below(System.IO.Path.GetTempPath()))
    {
    }

    private ScratchFolder(string folder)
    {
        _folder = folder;
        _owner = OwnerMark.In(folder);
        Directory.CreateDirectory(Path);
        _atExit = (_, _) => Discard(_folder);
        AppDomain.CurrentDomain.ProcessExit += _atExit;
    }

    public string Path => System.IO.Path.Combine(_folder, "files");

    /// <summary>Creates a folder next to this assembly, for builds that must be near it.</summary>
    public static ScratchFolder BesideThisAssembly() =>
        new(Directory.CreateDirectory(
            System.IO.Path.Combine(AppContext.BaseDirectory, Prefix + Guid.NewGuid().ToString("N")[..8])).FullName);

    /// <summary>
    /// Deletes the folders of ended processes, next to this assembly and below the temporary folder. A folder without an owner's mark is
    /// not deleted.
    /// </summary>
    public static void ClearRemains()
    {
        foreach (string place in (string[])[System.IO.Path.GetTempPath(), AppContext.BaseDirectory])
        {
            if (!Directory.Exists(place))
                continue;
            foreach (DirectoryInfo folder in new DirectoryInfo(place)
                .EnumerateDirectories(Prefix + "*")
                .Where(folder => folder.LinkTarget is null && OwnerMark.IsAbandoned(folder.FullName)))
                Discard(folder.FullName);
        }
    }

    /// <summary>
    /// Never throws: the next run deletes what cannot be deleted now, and an exception here would hide the real error.
    /// </summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= _atExit;
        Discard(Path); // while the mark still exists
        _owner.Dispose();
        Discard(_folder);
    }

    private static string Below(string temporary)
    {
        string variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";
        if (!Directory.Exists(temporary))
            throw new UsageException($"The folder for temporary files, '{temporary}', does not exist; "
                + $"create it, or set {variable} to a folder that exists.");
        try
        {
            return Directory.CreateTempSubdirectory(Prefix).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder for temporary files, '{temporary}', cannot be written ({e.Message}); "
                + $"set {variable} to a folder that can.", e);
        }
    }

    private static void Discard(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // other processes still write there or delete it, too; the next run tries again
        }
    }
}
