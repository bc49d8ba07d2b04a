using System.Text.Json.Serialization;

namespace Results.Records;

/// <summary>One run of the suite: all data for a report or the gate. Stored as run.json.</summary>
public sealed record RunRecord
{
    /// <summary>The schema that this build writes. A reader refuses a newer one.</summary>
    public const int CurrentSchema = 1;

    /// <summary>A field of a run that another tool measured and did not record.</summary>
    public const string NotRecorded = "not recorded";

    public required int Schema { get; init; }

    /// <summary>False while the run is active, or if it was interrupted.</summary>
    public required bool Complete { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required HostFingerprint Host { get; init; }

    public required SourceIdentity Source { get; init; }

    /// <summary>Profile id: smoke, standard, article, full, or custom if the arguments defined their own job.</summary>
    public required string Profile { get; init; }

    /// <summary>The factor of the scenarios' delays; 1 is the articles' own scale.</summary>
    public required double Scale { get; init; }

    /// <summary>
    /// Hash of the options for BenchmarkDotNet. A run can be resumed only with the same options; null if there were none.
    /// </summary>
    public string? OptionsHash { get; init; }

    /// <summary>
    /// What <c>--scenario</c> and <c>--strategies</c> chose. Null, and absent from the file, if neither was given, and in files of builds
    /// that did not keep it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChosenWork? Chosen { get; init; }

    /// <summary>
    /// Hash of the options that changed the job or its environment. Times can be compared only with the same ones. Null, and absent from
    /// the file, if there were none, and in files of builds that did not distinguish them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? JobHash { get; init; }

    /// <summary>The divisor of the scenarios' numbers of requests; 1 means the articles' numbers.</summary>
    public int RequestDivisor { get; init; } = 1;

    /// <summary>
    /// How the run measures in rounds. Null, and absent from the file, if it does not: with <c>--inProcess</c>, and in files of builds that
    /// measured all launches of a case one after another.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RoundsRecord? Rounds { get; init; }

    /// <summary>Where the server ran: shared, in-process or external.</summary>
    public required string Hosting { get; init; }

    /// <summary>Nice values of the server's and the client's process, equal unless there is a warning; null if unknown.</summary>
    public ProcessPriorities? Priorities { get; init; }

    /// <summary>The scenarios as they were served, after scaling.</summary>
    public required IReadOnlyList<ScenarioRecord> Scenarios { get; init; }

    /// <summary>The ids of all planned cases. A planned case without a record is missing.</summary>
    public required IReadOnlyList<string> Planned { get; init; }

    public required IReadOnlyList<CaseRecord> Cases { get; init; }

    /// <summary>Warnings about the whole run; each with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The results of the instrument's checks at the end of the run; empty if the run was interrupted before.</summary>
    public IReadOnlyList<CheckRecord> Validity { get; init; } = [];
}

/// <summary>The scenarios that a run was asked for, and the strategies to fetch them with.</summary>
/// <param name="Scenarios">Their ids; at least one, because strategies alone cannot be chosen.</param>
/// <param name="Strategies">Their ids; empty means all general ones.</param>
public sealed record ChosenWork(IReadOnlyList<string> Scenarios, IReadOnlyList<string> Strategies);

/// <summary>The properties of the machine that decide whether two runs can be compared. It has no host or user name.</summary>
/// <param name="Cpu">Processor name.</param>
/// <param name="Cores">Logical cores.</param>
/// <param name="Os">Operating system and version.</param>
/// <param name="Runtime">The .NET runtime that measured, with its version.</param>
/// <param name="Server">Kind of fixture server: wiremock or kestrel; empty for a gate without one.</param>
/// <param name="Clock">The clock of the injected latency; empty for a gate without one.</param>
public sealed record HostFingerprint(
    string Cpu, int Cores, string Os, string Runtime, [property: JsonConverter(typeof(ServerKind))] string Server, string Clock)
{
    /// <summary>
    /// The settings that the runtime read from environment variables and that are not its defaults, such as "gcServer=1 TieredPGO=0"; with
    /// "client:" and "server:" before them if the two processes differ. Null, and absent from the file, if there are none, and in files of
    /// older builds.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RuntimeSettings { get; init; }

    /// <summary>The machine and its runtime in one line, for people.</summary>
    [JsonIgnore]
    public string Machine => FormattableString.Invariant($"{Cpu}, {Cores} cores, {Os}, {Runtime}")
        + (RuntimeSettings is { } settings ? $", runtime settings {settings}" : "");
}

/// <summary>
/// A run's rounds: in each one every case is measured once, in a new process of a program that was built once, in an order that is drawn.
/// </summary>
/// <param name="Planned">The number of rounds, 1 or more. A case with fewer launches is not complete.</param>
/// <param name="Seed">Seed of the order of the cases.</param>
public sealed record RoundsRecord(int Planned, int Seed);

/// <summary>The measured code and the measuring tools.</summary>
/// <param name="Commit">Full hash of the checked-out commit; null outside a git checkout.</param>
/// <param name="Dirty">Whether the work tree differed from it; null outside a git checkout.</param>
/// <param name="SourceHash">Hash of the built suite: the same source gives the same value in any folder.</param>
public sealed record SourceIdentity(string? Commit, bool? Dirty, string SourceHash, string BenchmarkDotNet, string Perfolizer);

/// <summary>Nice values (−20 … 19, lower is favoured) as read back from the running processes.</summary>
public sealed record ProcessPriorities(int Server, int Client);

/// <summary>A scenario as it was served.</summary>
/// <param name="Id">The scenario's id.</param>
/// <param name="Title">Free text; unsafe until encoded.</param>
/// <param name="Parameters">Every parameter by name, as text for people and for comparing runs: count, latency, connect delay, payload,
/// seed …</param>
public sealed record ScenarioRecord(string Id, string Title, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>
    /// A note on the scenario, such as an assumption behind its delays; free text, unsafe until encoded.
    /// </summary>
    public string? Note { get; init; }
}
