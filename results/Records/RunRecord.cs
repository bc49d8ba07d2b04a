using System.Text.Json.Serialization;

namespace Results.Records;

/// <summary>One run of the suite: everything a report or the gate needs, without measuring again. Stored as run.json.</summary>
public sealed record RunRecord
{
    /// <summary>The schema that this build writes; a reader refuses a newer one.</summary>
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    /// <summary>False while the run goes on, or when it was interrupted.</summary>
    public required bool Complete { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required HostFingerprint Host { get; init; }

    public required SourceIdentity Source { get; init; }

    /// <summary>Profile id: smoke, standard, article, full, or custom when the arguments brought a job of their own.</summary>
    public required string Profile { get; init; }

    /// <summary>What the scenario's delays were multiplied by; 1 is the articles' own scale.</summary>
    public required double Scale { get; init; }

    /// <summary>Hash of what was typed for BenchmarkDotNet, since a run goes on only under the same; null where nothing was.</summary>
    public string? OptionsHash { get; init; }

    /// <summary>
    /// Hash of those of them that changed the job or its environment, since times compare only under the same.
    /// Null, and absent from the file, where none did, and in the files of builds that did not tell them apart.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? JobHash { get; init; }

    /// <summary>What the scenarios' numbers of requests were divided by; 1 leaves them as the articles have them.</summary>
    public int RequestDivisor { get; init; } = 1;

    /// <summary>Where the server ran: shared, in-process or external.</summary>
    public required string Hosting { get; init; }

    /// <summary>Nice values of the server's and the client's process, equal unless a warning says otherwise; null where unknown.</summary>
    public ProcessPriorities? Priorities { get; init; }

    /// <summary>The scenarios as they were served, after scaling.</summary>
    public required IReadOnlyList<ScenarioRecord> Scenarios { get; init; }

    /// <summary>The ids of all cases that were to run: what is here and not among the cases is missing.</summary>
    public required IReadOnlyList<string> Planned { get; init; }

    public required IReadOnlyList<CaseRecord> Cases { get; init; }

    /// <summary>What the reader must know of the whole run; each with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the instrument's checks of itself found at the end of the run; empty where it was interrupted before.</summary>
    public IReadOnlyList<CheckRecord> Validity { get; init; } = [];
}

/// <summary>The machine, as far as it decides whether two runs can be compared; holds no host or user name.</summary>
/// <param name="Cpu">Processor name.</param>
/// <param name="Cores">Logical cores.</param>
/// <param name="Os">Operating system and version.</param>
/// <param name="Runtime">The .NET runtime that measured, with its version.</param>
/// <param name="Server">Kind of fixture server: wiremock or kestrel.</param>
/// <param name="Clock">What the injected latency was made with.</param>
public sealed record HostFingerprint(string Cpu, int Cores, string Os, string Runtime, [property: JsonConverter(typeof(ServerKind))] string Server, string Clock);

/// <summary>Which code was measured, with which instruments.</summary>
/// <param name="Commit">Full hash of the checked-out commit; null outside a git checkout.</param>
/// <param name="Dirty">Whether the work tree differed from it; null outside a git checkout.</param>
/// <param name="SourceHash">Hash of the built suite: the same source gives the same value in any folder.</param>
public sealed record SourceIdentity(string? Commit, bool? Dirty, string SourceHash, string BenchmarkDotNet, string Perfolizer);

/// <summary>Nice values (−20 … 19, lower is favoured) as read back from the running processes.</summary>
public sealed record ProcessPriorities(int Server, int Client);

/// <summary>A scenario as it was served.</summary>
/// <param name="Id">The scenario's id.</param>
/// <param name="Title">Free text; hostile until encoded.</param>
/// <param name="Parameters">Every parameter by name, as text for people and for comparing runs: count, latency, connect delay, payload,
/// seed …</param>
public sealed record ScenarioRecord(string Id, string Title, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>
    /// What a reader must know of the scenario, such as an assumption behind its delays; free text, hostile until encoded.
    /// </summary>
    public string? Note { get; init; }
}
