using System.Text;
using System.Text.Json;
using Results.Records;

namespace Results.History;

/// <summary>The kept runs of one machine, a line each. Lines are only appended.</summary>
public sealed class HistoryFile(string path)
{
    private static readonly JsonSerializerOptions s_oneLine = new(RecordJson.Options) { WriteIndented = false };
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public string Path { get; } = path;

    /// <summary>The file of a machine below results/history.</summary>
    public static HistoryFile For(string folder, HostFingerprint host) =>
        new(System.IO.Path.Combine(folder, RunIdentity.FingerprintOf(host) + ".jsonl"));

    /// <summary>An entry as a line of the file, without the line end.</summary>
    public static string ToLine(HistoryEntry entry) => JsonSerializer.Serialize(entry, s_oneLine);

    /// <summary>All files of a folder; none if it does not exist.</summary>
    /// <exception cref="RecordException">The folder cannot be read.</exception>
    public static IReadOnlyList<HistoryFile> In(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).Select(file => new HistoryFile(file))]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{folder}: cannot be read ({e.Message}); it must be a folder that you may read", e);
        }
    }

    /// <summary>
    /// Adds a run. Two writers wait for each other. If an earlier crash left an incomplete line, it gets a line end and stays, and the
    /// reader reports it.
    /// </summary>
    /// <exception cref="RecordException">The run was interrupted, is already in the file, or the file cannot be written.</exception>
    public void Append(RunRecord run)
    {
        if (!run.Complete)
            throw new RecordException($"{Path}: nothing was added: the run was interrupted; add a complete run");
        var entry = HistoryEntry.Of(run);
        if (entry.Cases.Count == 0)
            throw new RecordException($"{Path}: nothing was added: the run has no measured case; add a run that measured one");
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
            if (System.IO.Path.Exists(Path))
                PlainFile.Require(Path);
            // The file itself is the lock, because a crash would leave a lock file behind.
            using FileStream file = Hold(() => new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            if (Read(file).Entries.Any(one => IsSame(one, entry)))
                throw new RecordException($"{Path}: nothing was added: it already contains this run; add another run");
            Write(file, ToLine(entry));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{Path}: nothing was added ({e.Message}); free disk space or close the file, and add it again", e);
        }
    }

    /// <summary>The kept runs, oldest first, and a message for each skipped line.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public (IReadOnlyList<HistoryEntry> Entries, IReadOnlyList<string> Skipped) Read()
    {
        try
        {
            PlainFile.Require(Path);
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
        string name = System.IO.Path.GetFileName(Path); // published pages show these messages, so they must not contain a path of the user
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0)
                continue;
            try
            {
                HistoryEntry entry = HistoryLine.Parse(line, $"{name}: line {number}");
                // Version control can merge a line twice. A run that counts twice makes the noise between runs too small.
                if (entries.Any(one => IsSame(one, entry)))
                    skipped.Add($"skipped: {name}: line {number}: is the run of an earlier line again; remove the line");
                else
                    entries.Add(entry);
            }
            catch (RecordException fault)
            {
                skipped.Add($"skipped: {fault.Message}");
            }
        }

        return ([.. entries.OrderBy(entry => entry.StartedAt)], skipped);
    }

    private static bool IsSame(HistoryEntry one, HistoryEntry other) =>
        one.StartedAt == other.StartedAt && one.SourceHash == other.SourceHash;

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
        // One write and a flush to the disk: a crash can damage only this line.
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
