using System.Text.Json;

namespace Results.Records;

/// <summary>Reads and writes run.json: versioned JSON, written completely or not at all. Each error is one line.</summary>
public static class RunRecordFile
{
    private const string Kind = "run.json";
    private const string Remedy = "restore the file, or measure again";

    /// <summary>Writes the record. If this fails, the old file at <paramref name="path"/> is unchanged.</summary>
    /// <exception cref="RecordException">The record has a value that no reader accepts.</exception>
    /// <exception cref="NotWrittenException">The file cannot be written.</exception>
    public static void Save(RunRecord record, string path)
    {
        Check(record, path);
        AtomicFile.Write(path, ToJson(record));
    }

    /// <summary>The record as <see cref="Save"/> writes it.</summary>
    public static string ToJson(RunRecord record) => JsonSerializer.Serialize(record, RecordJson.Options) + "\n";

    /// <summary>Checks before a write what <see cref="Load"/> would refuse later.</summary>
    internal static void Check(RunRecord record, string path)
    {
        if (RunRecordCheck.FirstFault(record) is { } fault)
            throw new RecordException($"{path}: not written: {fault}; correct the value where it is measured");
    }

    /// <summary>Reads a record of this schema or an older one.</summary>
    /// <exception cref="RecordException">Missing, empty, cut off, of a newer schema, or with an impossible value.</exception>
    public static RunRecord Load(string path) => Parse(VersionedJson.Read(path, Kind, Remedy), path);

    /// <summary>The same, or BenchmarkDotNet's own JSON as a run.</summary>
    /// <inheritdoc cref="Load" path="/exception"/>
    public static RunRecord LoadAny(string path)
    {
        string text = VersionedJson.Read(path, Kind, Remedy);
        return BenchmarkDotNetJson.Is(text) ? Checked(BenchmarkDotNetJson.Parse(text, path), path) : Parse(text, path);
    }

    private static RunRecord Parse(string text, string path)
    {
        try
        {
            return Checked(VersionedJson.Parse<RunRecord>(text, RunRecord.CurrentSchema, path, Kind, Remedy), path);
        }
        catch (RecordException fault) when (ForeignFormat.NameOf(text) is { } name)
        {
            throw new RecordException($"{path}: is {name}; name a run.json of this suite", fault);
        }
    }

    private static RunRecord Checked(RunRecord record, string path) => RunRecordCheck.FirstFault(record) is { } fault
        ? throw new RecordException($"{path}: {fault}; {Remedy}")
        : record;
}
