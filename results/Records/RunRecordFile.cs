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
    public static RunRecord Load(string path)
    {
        RunRecord record =
            VersionedJson.Parse<RunRecord>(VersionedJson.Read(path, Kind, Remedy), RunRecord.CurrentSchema, path, Kind, Remedy);
        return RunRecordCheck.FirstFault(record) is { } fault
            ? throw new RecordException($"{path}: {fault}; {Remedy}")
            : record;
    }
}
