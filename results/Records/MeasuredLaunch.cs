using System.Text.Json;

namespace Results.Records;

/// <summary>
/// The output of <c>measure</c>: one process, the chosen cases. The gate also reads it from old builds, so its form is a contract.
/// </summary>
/// <param name="Schema">Version of this form.</param>
/// <param name="SourceHash">The build that measured. The caller compares it with the expected one.</param>
/// <param name="Profile">Profile id, which fixed scale and number of requests.</param>
/// <param name="Scale">The factor of the scenarios' delays.</param>
/// <param name="Nice">Priority of the process while it measured.</param>
/// <param name="Cases">One record for each case: raw nanoseconds, allocations, digest.</param>
public sealed record MeasuredLaunch(
    int Schema, string SourceHash, string Profile, double Scale, int Nice, IReadOnlyList<CaseRecord> Cases)
{
    public const int CurrentSchema = 1;

    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Options);

    /// <exception cref="RecordException">It does not have a schema that this build knows.</exception>
    public static MeasuredLaunch Parse(string json, string origin)
    {
        MeasuredLaunch? launch = VersionedJson.Form<MeasuredLaunch>(json, origin);
        return launch is { Schema: CurrentSchema }
            ? launch
            : throw new RecordException($"{origin}: schema {launch?.Schema}; this build reads {CurrentSchema}");
    }
}
