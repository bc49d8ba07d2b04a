using System.Text;
using System.Text.Json;
using Results.Records;

namespace Results.History;

/// <summary>The kept runs of one machine: a line each, only ever appended to.</summary>
public sealed class HistoryFile(string path)
{
    private static readonly JsonSerializerOptions s_oneLine = new(RecordJson.Options) { WriteIndented = false };
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public string Path { get; } = path;

    /// <summary>The file of a machine below results/history.</summary>
    public static HistoryFile For(string folder, HostFingerprint host) => new(System.IO.Path.Combine(folder, RunIdentity.FingerprintOf(host) + ".jsonl"));

    /// <summary>An entry as it stands in a file, without the line's end.</summary>
    public static string ToLine(HistoryEntry entry) => JsonSerializer.Serialize(entry, s_oneLine);

    /// <summary>All files of a folder; none where it does not exist.</summary>
    /// <exception cref="RecordException">The folder cannot be read.</exception>
    public static IReadOnlyList<HistoryFile> In(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).Select(file => new HistoryFile(file))] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{folder}: cannot be read ({e.Message}); it must be a folder that you may read", e);
        }
    }

    /// <summary>
    /// Adds a run. Two writers take turns; a line that a crash tore before is closed, kept, and told by the reader.
    /// </summary>
    /// <exception cref="RecordException">The run was interrupted, is there already, or the file cannot be written.</exception>
    public void Append(RunRecord run)
    {
        if (!run.Complete)
            throw new RecordException($"{Path}: nothing was added: the run was interrupted; add a complete run");
        var entry = HistoryEntry.Of(run);
        if (entry.Cases.Count == 0)
            throw new RecordException($"{Path}: nothing was added: the run holds no measured case; add a run that measured one");
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
            // The file itself is the lock: a second file would be left behind by a crash.
            using FileStream file = Hold(() => new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            if (Read(file).Entries.Any(one => one.StartedAt == entry.StartedAt && one.SourceHash == entry.SourceHash))
                throw new RecordException($"{Path}: nothing was added: this run stands there already; add another run");
            Write(file, ToLine(entry));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{Path}: nothing was added ({e.Message}); free the disk or the file, and add the run again", e);
        }
    }

    /// <summary>The kept runs, oldest first, and what was skipped, a line each.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public (IReadOnlyList<HistoryEntry> Entries, IReadOnlyList<string> Skipped) Read()
    {
        try
        {
            using FileStream file = Hold(() => new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read));
            return Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{Path}: cannot be read ({e.Message}); it must be a file that you may read", e);
        }
    }

    private (IReadOnlyList<HistoryEntry> Entries, IReadOnlyList<string> Skipped) Read(FileStream file)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        List<HistoryEntry> entries = [];
        List<string> skipped = [];
        string name = System.IO.Path.GetFileName(Path); // what was skipped is told on pages that others read: no folder of the user's
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0)
                continue;
            try
            {
                entries.Add(HistoryLine.Parse(line, $"{name}: line {number}"));
            }
            catch (RecordException fault)
            {
                skipped.Add($"skipped: {fault.Message}");
            }
        }

        return ([.. entries.OrderBy(entry => entry.StartedAt)], skipped);
    }

    private FileStream Hold(Func<FileStream> open)
    {
        long since = TimeProvider.System.GetTimestamp();
        var wait = new SpinWait();
        while (true)
        {
            try
            {
                return open();
            }
            catch (IOException) when (File.Exists(Path) && TimeProvider.System.GetElapsedTime(since) < s_patience)
            {
                wait.SpinOnce();
            }
        }
    }

    private static void Write(FileStream file, string line)
    {
        file.Seek(0, SeekOrigin.End);
        byte[] text = Encoding.UTF8.GetBytes((EndsTorn(file) ? "\n" : "") + line + "\n");
        file.Write(text);
        // One write, and then through to the disk: a crash tears this line at most.
        file.Flush(flushToDisk: true);
    }

    private static bool EndsTorn(FileStream file)
    {
        if (file.Length == 0)
            return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }
}
