using System.Text.Json;

namespace Results.Records;

/// <summary>
/// The answer of <c>measure</c>: one process, the chosen cases. Old builds are driven through it, so its form is a contract.
/// </summary>
/// <param name="Schema">Version of this form.</param>
/// <param name="SourceHash">The build that measured; the caller compares it with the one it meant.</param>
/// <param name="Profile">Profile id, which fixed scale and number of requests.</param>
/// <param name="Scale">What the scenarios' delays were multiplied by.</param>
/// <param name="Nice">Priority of the process while it measured.</param>
/// <param name="Cases">One record a case: raw nanoseconds, allocations, digest.</param>
public sealed record MeasuredLaunch(
    int Schema, string SourceHash, string Profile, double Scale, int Nice, IReadOnlyList<CaseRecord> Cases)
{
    public const int CurrentSchema = 1;

    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Options);

    /// <exception cref="RecordException">It is no answer of a schema that this build knows.</exception>
    public static MeasuredLaunch Parse(string json, string origin)
    {
        MeasuredLaunch? launch = VersionedJson.Form<MeasuredLaunch>(json, origin);
        return launch is { Schema: CurrentSchema }
            ? launch
            : throw new RecordException($"{origin}: schema {launch?.Schema}; this build reads {CurrentSchema}");
    }
}
