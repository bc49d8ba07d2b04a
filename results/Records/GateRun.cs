using System.Text.Json.Serialization;

namespace Results.Records;

/// <summary>
/// The measurements of a gate: base and head in turns, in one job on one machine, without any verdict. Stored as gate-run.json. Each launch
/// is added when it ends, so an interruption keeps the measurements.
/// </summary>
public sealed record GateRun
{
    /// <summary>The schema that this build writes. A reader refuses a newer one.</summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>False while the gate runs, or if it was interrupted. Such a run never passes.</summary>
    public required bool Complete { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required HostFingerprint Host { get; init; }

    /// <summary>Profile id; empty for a run of another project, which has no profile.</summary>
    public required string Profile { get; init; }

    /// <summary>The factor of the scenarios' delays.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The divisor of the scenarios' numbers of requests.</summary>
    public int RequestDivisor { get; init; } = 1;

    /// <summary>The seed for the order of base and head.</summary>
    public required int Seed { get; init; }

    /// <summary>
    /// The largest number of pairs, fixed before the first launch. A complete run with fewer pairs was clear, or used up its budget.
    /// </summary>
    public required int PlannedPairs { get; init; }

    /// <summary>
    /// The settings of the launches that no other field has, as one text, such as their numbers of iterations. An interrupted run can go on
    /// only with the same text. Empty for this suite, whose profile fixes them.
    /// </summary>
    public string Settings { get; init; } = "";

    public required GateSide Base { get; init; }

    public required GateSide Head { get; init; }

    /// <summary>Every case of either side. A case of only one side has no pairs.</summary>
    public required IReadOnlyList<GateCase> Cases { get; init; }

    /// <summary>Warnings about the verdicts; each with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>One of the two builds that are compared.</summary>
/// <param name="Name">A name for people: the git ref, or "working tree".</param>
/// <param name="Commit">Full hash; null outside a git checkout.</param>
/// <param name="Dirty">Whether it had uncommitted changes.</param>
/// <param name="SourceHash">Hash of the built source; for this suite, as its child process reported it.</param>
/// <param name="Server">Kind of fixture server; empty for a run without one.</param>
/// <param name="Planned">The ids of all chosen cases of this side. A case without launches is missing.</param>
public sealed record GateSide(
    string Name,
    string? Commit,
    bool? Dirty,
    string SourceHash,
    [property: JsonConverter(typeof(ServerKind))] string Server,
    IReadOnlyList<string> Planned)
{
    /// <summary>
    /// The scenarios as this side served them. The gate reports a difference, because it may explain a difference in time.
    /// </summary>
    public IReadOnlyList<ScenarioRecord> Scenarios { get; init; } = [];
}

/// <summary>The launches of one case, in pairs, and its counters.</summary>
public sealed record GateCase
{
    /// <summary>BenchmarkDotNet's full name.</summary>
    public required string Case { get; init; }

    /// <summary>The scenario's id; empty for a micro-benchmark, and for a benchmark of another project.</summary>
    public required string Scenario { get; init; }

    /// <summary>The fetch strategy's id; empty without a scenario.</summary>
    public required string Strategy { get; init; }

    /// <summary>Only complete pairs: a single launch cannot be compared.</summary>
    public required IReadOnlyList<GatePair> Pairs { get; init; }

    /// <summary>Null if the base does not have the case, or if its build cannot count.</summary>
    public GateCounters? BaseCounters { get; init; }

    /// <summary>Null if the head does not have the case, or if its build cannot count.</summary>
    public GateCounters? HeadCounters { get; init; }

    /// <summary>Why this case cannot be compared, in a sentence with its remedy; null if it can.</summary>
    public string? NotComparable { get; init; }
}

/// <summary>Two launches, one after the other: the unit of the gate's statistics.</summary>
/// <param name="Id">Unique within the case; the same for all cases that were measured in one round.</param>
/// <param name="HeadFirst">True if the head ran before the base.</param>
public sealed record GatePair(string Id, bool HeadFirst, GateLaunch Base, GateLaunch Head)
{
    /// <summary>The largest number of <see cref="Repeats"/>.</summary>
    public const int MostRepeats = 3;

    /// <summary>
    /// How many times the pair was measured again, because a launch was still compiling; 0 to 3. Only the last measurement is kept. 0 is
    /// absent from the file.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Repeats { get; init; }
}

/// <summary>One case in one process.</summary>
/// <param name="IterationsNs">Duration of one operation in each iteration, in the order measured; nanoseconds, above 0.</param>
/// <param name="AllocatedBytes">Managed bytes for one operation; null if not measured.</param>
public sealed record GateLaunch(IReadOnlyList<double> IterationsNs, double? AllocatedBytes = null);

/// <summary>Figures of one build that do not depend on time. They are compared exactly. Null is unknown, never 0.</summary>
public sealed record GateCounters
{
    /// <summary>HTTP exchanges of one operation; 0 for a micro-benchmark.</summary>
    public int? Requests { get; init; }

    /// <summary>Connections opened by the first operation of a fresh process.</summary>
    public int? ConnectionsOpenedCold { get; init; }

    /// <summary>Peak in-flight with a server that holds its responses until the promised number of requests has arrived.</summary>
    public int? PeakInFlightHeld { get; init; }

    /// <summary>The fetched content: "count replies, bytes, hash".</summary>
    public string? Digest { get; init; }
}
