using System.Text.Json;

namespace Results.Records;

/// <summary>A RunRecord on disk: versioned JSON, written whole or not at all, read with every doubt told in one line.</summary>
public static class RunRecordFile
{
    private const string Remedy = "restore the file, or measure again";

    /// <summary>Writes the record; what stood at <paramref name="path"/> stays when that fails.</summary>
    /// <exception cref="RecordException">The record holds a value that no reader accepts, or the file cannot be written.</exception>
    public static void Save(RunRecord record, string path)
    {
        Check(record, path);
        AtomicFile.Write(path, ToJson(record));
    }

    /// <summary>The record as <see cref="Save"/> writes it.</summary>
    public static string ToJson(RunRecord record) => JsonSerializer.Serialize(record, RecordJson.Options) + "\n";

    /// <summary>Refuses, before anything is written, what <see cref="Load"/> would refuse later.</summary>
    internal static void Check(RunRecord record, string path)
    {
        if (RunRecordCheck.FirstFault(record) is { } fault)
            throw new RecordException($"{path}: not written: {fault}; correct the value where it is measured");
    }

    /// <summary>Reads a record of this schema or an older one.</summary>
    /// <exception cref="RecordException">Missing, empty, cut off, of a newer schema, or with a value that cannot be.</exception>
    public static RunRecord Load(string path)
    {
        var text = Read(path);
        if (string.IsNullOrWhiteSpace(text))
            throw new RecordException($"{path}: is empty; {Remedy}");
        RefuseNewer(text, path);
        try
        {
            var record = JsonSerializer.Deserialize<RunRecord>(text, RecordJson.Options)!;
            return RunRecordCheck.FirstFault(record) is { } fault
                ? throw new RecordException($"{path}: {fault}; {Remedy}")
                : record;
        }
        catch (JsonException e)
        {
            throw new RecordException($"{path}: {RecordJson.Explain(e)}; {Remedy}", e);
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordException($"{path}: does not exist; measure first, or name another run.json", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path}: cannot be read ({e.Message}); it must be a file that you may read", e);
        }
    }

    // Before anything else: a newer schema may give every other field another shape.
    private static void RefuseNewer(string text, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new RecordException($"{path}: $: must be an object, is {root.ValueKind}; name a run.json");
            if (!root.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.Number || !schema.TryGetInt32(out var number))
                throw new RecordException($"{path}: $.schema: is missing or not a whole number; name a run.json");
            if (number > RunRecord.CurrentSchema)
            {
                throw new RecordException(
                    $"{path}: $.schema: is {number}, this build reads up to {RunRecord.CurrentSchema}; use a newer build of the suite");
            }
        }
        catch (JsonException e)
        {
            throw new RecordException($"{path}: {RecordJson.ExplainSyntax(e)}; {Remedy}", e);
        }
    }
}
