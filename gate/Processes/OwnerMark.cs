namespace BenchGate.Processes;

/// <summary>
/// A locked file that shows that the owner of a folder is alive. The system releases the lock when the owner ends in any way.
/// </summary>
internal sealed class OwnerMark : IDisposable
{
    private const string Name = ".owner";
    private readonly FileStream _held;

    private OwnerMark(FileStream held) => _held = held;

    /// <summary>Marks a folder as owned by this process until disposed.</summary>
    public static OwnerMark In(string folder)
    {
        string unseen = Path.Combine(folder, Name + ".new");
        var held = new FileStream(unseen, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
        File.Move(unseen, Path.Combine(folder, Name)); // locked before another process can see it
        return new OwnerMark(held);
    }

    /// <summary>
    /// True only if the folder has a mark and its owner has ended. On a file system without locks this is unknown, and the result is false.
    /// </summary>
    public static bool IsAbandoned(string folder)
    {
        string mark = Path.Combine(folder, Name);
        if (!File.Exists(mark))
            return false;
        try
        {
            using FileStream free = Take(mark);
            return !CanTake(mark);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose() => _held.Dispose();

    private static bool CanTake(string mark)
    {
        try
        {
            Take(mark).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static FileStream Take(string mark) => new(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
}
