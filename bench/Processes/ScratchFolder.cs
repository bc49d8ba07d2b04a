namespace Benchmarks.Processes;

/// <summary>
/// A folder of its own for files that pass between processes; gone when disposed, or when the process ends. What a killed process left, the
/// next run clears.
/// </summary>
public sealed class ScratchFolder : IDisposable
{
    private const string Prefix = "bench-";
    private readonly string _folder;
    private readonly OwnerMark _owner;
    private readonly EventHandler _atExit;

    /// <summary>Makes one below the temporary folder.</summary>
    public ScratchFolder()
        : this(Directory.CreateTempSubdirectory(Prefix).FullName)
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

    /// <summary>Makes one beside this assembly, for what has to be built near it.</summary>
    public static ScratchFolder BesideThisAssembly() =>
        new(Directory.CreateDirectory(System.IO.Path.Combine(AppContext.BaseDirectory, Prefix + Guid.NewGuid().ToString("N")[..8])).FullName);

    /// <summary>
    /// Removes the folders of processes that are gone, here and below the temporary folder. One that has no owner's mark is not touched.
    /// </summary>
    public static void ClearRemains()
    {
        foreach (string place in (string[])[System.IO.Path.GetTempPath(), AppContext.BaseDirectory])
        {
            foreach (DirectoryInfo folder in new DirectoryInfo(place).EnumerateDirectories(Prefix + "*").Where(folder => folder.LinkTarget is null && OwnerMark.IsAbandoned(folder.FullName)))
                Discard(folder.FullName);
        }
    }

    /// <summary>
    /// Never throws: what cannot be removed is left for the next run, and whatever brought us here is what there is to tell.
    /// </summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= _atExit;
        Discard(Path); // while it is still marked as ours
        _owner.Dispose();
        Discard(_folder);
    }

    private static void Discard(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // others still write there, or clear it, too; the next run tries again
        }
    }
}
