using System.Text.Json;

namespace Results.Records;

/// <summary>Stores a gate's measurements, so that the gate can be judged again without measuring.</summary>
public static class GateRunFile
{
    private const string Kind = "gate-run.json";
    private const string Remedy = "restore the file, or run the gate again";

    /// <summary>Writes the run. If this fails, the old file at <paramref name="path"/> is unchanged.</summary>
    /// <exception cref="RecordException">It has a value that no reader accepts.</exception>
    /// <exception cref="NotWrittenException">It cannot be written.</exception>
    public static void Save(GateRun run, string path)
    {
        if (GateRunCheck.FirstFault(run) is { } fault)
            throw new RecordException($"{path}: not written: {fault}; correct the value where it is measured");
        AtomicFile.Write(path, JsonSerializer.Serialize(run, RecordJson.Options) + "\n");
    }

    /// <summary>Reads a run of this schema or an older one.</summary>
    /// <exception cref="RecordException">Missing, empty, cut off, of a newer schema, or with an impossible value.</exception>
    public static GateRun Load(string path)
    {
        GateRun run = VersionedJson.Parse<GateRun>(VersionedJson.Read(path, Kind, Remedy), GateRun.CurrentSchema, path, Kind, Remedy);
        return GateRunCheck.FirstFault(run) is { } fault ? throw new RecordException($"{path}: {fault}; {Remedy}") : run;
    }
}
