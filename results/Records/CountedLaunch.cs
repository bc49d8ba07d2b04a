using System.Text.Json;

namespace Results.Records;

/// <summary>
/// The output of <c>measure --count-only</c>: the cases of a build, and their counters, which do not depend on time. Other builds read it,
/// so its form is a contract.
/// </summary>
/// <param name="Schema">Version of this form.</param>
/// <param name="SourceHash">The build that counted. The caller compares it with the expected one.</param>
/// <param name="Profile">Profile id, which fixed scale and number of requests.</param>
/// <param name="Server">Kind of fixture server.</param>
/// <param name="Scenarios">The scenarios of the cases, as that build serves them.</param>
/// <param name="Cases">One entry for each case, in the order of measurement; empty if none matches.</param>
public sealed record CountedLaunch(
    int Schema, string SourceHash, string Profile, string Server, IReadOnlyList<ScenarioRecord> Scenarios, IReadOnlyList<CountedCase> Cases)
{
    public const int CurrentSchema = 1;

    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Options);

    /// <exception cref="RecordException">It does not have a schema that this build knows.</exception>
    public static CountedLaunch Parse(string json, string origin)
    {
        CountedLaunch? launch = VersionedJson.Form<CountedLaunch>(json, origin);
        return launch is { Schema: CurrentSchema }
            ? launch
            : throw new RecordException($"{origin}: schema {launch?.Schema}; this build reads {CurrentSchema}");
    }
}

/// <summary>One case of a build.</summary>
/// <param name="Case">BenchmarkDotNet's full name.</param>
/// <param name="Scenario">The scenario's id; empty for a micro-benchmark.</param>
/// <param name="Strategy">The strategy's id; empty for a micro-benchmark.</param>
/// <param name="Counters">Its counters.</param>
public sealed record CountedCase(string Case, string Scenario, string Strategy, GateCounters Counters);
