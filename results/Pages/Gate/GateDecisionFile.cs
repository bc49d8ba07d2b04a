using System.Text.Json;
using Results.Gate;
using Results.Records;

namespace Results.Pages.Gate;

/// <summary>
/// gate.json: the decision with every figure, versioned. A schema may get new fields, but no field changes its meaning.
/// </summary>
public static class GateDecisionFile
{
    private const string Kind = "gate.json";
    private const string Remedy = "restore the file, or run the gate again";

    public static string ToJson(GateDecision decision) => JsonSerializer.Serialize(decision, RecordJson.Options) + "\n";

    /// <summary>Reads a decision of this schema or an older one.</summary>
    /// <exception cref="RecordException">Missing, empty, cut off, or of a newer schema.</exception>
    public static GateDecision Load(string path) =>
        VersionedJson.Parse<GateDecision>(VersionedJson.Read(path, Kind, Remedy), GateDecision.CurrentSchema, path, Kind, Remedy);
}
