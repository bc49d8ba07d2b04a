using System.Text.Json;

namespace Results.Records;

/// <summary>Reads and writes checks as a JSON array of {name, value, unit, bound, ok, remedy}: check.json and limits.json.</summary>
public static class CheckFile
{
    private const string Remedy = "check again";

    /// <exception cref="RecordException">A value is not finite.</exception>
    /// <exception cref="NotWrittenException">The file cannot be written; the old file is unchanged.</exception>
    public static void Save(IReadOnlyList<CheckRecord> checks, string path)
    {
        if (checks.FirstOrDefault(check => check.Value is { } value && !double.IsFinite(value)) is { } bad)
            throw new RecordException($"{path}: the value of '{bad.Name}' is not finite; write null for an unknown value");
        AtomicFile.Write(path, JsonSerializer.Serialize(checks, RecordJson.Options) + "\n");
    }

    /// <exception cref="RecordException">It is missing or has no checks.</exception>
    public static IReadOnlyList<CheckRecord> Load(string path) =>
        VersionedJson.Form<CheckRecord[]>(VersionedJson.Read(path, "file of checks", Remedy), path, Remedy)
            ?? throw new RecordException($"{path}: is empty; {Remedy}");
}
