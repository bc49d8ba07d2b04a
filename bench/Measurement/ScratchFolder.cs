namespace Benchmarks.Measurement;

/// <summary>A folder of its own for files that pass between processes; gone when disposed.</summary>
public sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Removes it as far as that is possible, while others may still write there.</summary>
    public void Discard()
    {
        try
        {
            Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the system clears its temporary folder, too
        }
    }
}
