using System.Text.Json.Serialization;

namespace Results.Records;

/// <summary>
/// What a gate measured: base and head by turns, in one job on one machine. Nothing in it is judged. Stored as gate-run.json, filled as
/// the launches end, so an interruption keeps what was measured.
/// </summary>
public sealed record GateRun
{
    /// <summary>The schema that this build writes; a reader refuses a newer one.</summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>False while it goes on, or when it was interrupted; such a run never passes.</summary>
    public required bool Complete { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required HostFingerprint Host { get; init; }

    public required string Profile { get; init; }

    /// <summary>What the scenarios' delays were multiplied by.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>What the scenarios' numbers of requests were divided by.</summary>
    public int RequestDivisor { get; init; } = 1;

    /// <summary>Draws the order of base and head; the same seed gives the same order.</summary>
    public required int Seed { get; init; }

    /// <summary>The number of pairs that was fixed before the first launch.</summary>
    public required int PlannedPairs { get; init; }

    public required GateSide Base { get; init; }

    public required GateSide Head { get; init; }

    /// <summary>Every case that either side offers; a case of one side only has no pairs.</summary>
    public required IReadOnlyList<GateCase> Cases { get; init; }

    /// <summary>What must be said beside the verdicts; each with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>One of the two builds that are compared.</summary>
/// <param name="Name">What a person calls it: the git ref, or "working tree".</param>
/// <param name="Commit">Full hash; null outside a git checkout.</param>
/// <param name="Dirty">Whether uncommitted changes were measured with it.</param>
/// <param name="SourceHash">Hash of the built suite, as its child reported it.</param>
/// <param name="Server">Kind of fixture server.</param>
/// <param name="Planned">The ids of all cases that this side offers under the gate's choice: what is here and has no launches is
/// missing.</param>
public sealed record GateSide(string Name, string? Commit, bool? Dirty, string SourceHash, [property: JsonConverter(typeof(ServerKind))] string Server, IReadOnlyList<string> Planned)
{
    /// <summary>The scenarios as this side served them; a difference is told, since it may explain a difference in time.</summary>
    public IReadOnlyList<ScenarioRecord> Scenarios { get; init; } = [];
}

/// <summary>The launches of one case, in pairs, and what does not depend on time.</summary>
public sealed record GateCase
{
    /// <summary>BenchmarkDotNet's full name.</summary>
    public required string Case { get; init; }

    /// <summary>The scenario's id; empty for a micro-benchmark.</summary>
    public required string Scenario { get; init; }

    /// <summary>The fetch strategy's id; empty for a micro-benchmark.</summary>
    public required string Strategy { get; init; }

    /// <summary>Only whole pairs: a launch without its partner says nothing.</summary>
    public required IReadOnlyList<GatePair> Pairs { get; init; }

    /// <summary>Null where the base does not have the case, or its build cannot count.</summary>
    public GateCounters? BaseCounters { get; init; }

    /// <summary>Null where the head does not have the case, or its build cannot count.</summary>
    public GateCounters? HeadCounters { get; init; }

    /// <summary>Why this case cannot be compared, in a sentence with its remedy; null where it can.</summary>
    public string? NotComparable { get; init; }
}

/// <summary>Two launches, one after the other: the unit of the gate's statistics.</summary>
/// <param name="Id">Unique within the run; the same for all cases of the launch.</param>
/// <param name="HeadFirst">True if the head ran before the base.</param>
public sealed record GatePair(string Id, bool HeadFirst, GateLaunch Base, GateLaunch Head);

/// <summary>One case in one process.</summary>
/// <param name="IterationsNs">Duration of one operation in each iteration, in the order measured; nanoseconds, above 0.</param>
/// <param name="AllocatedBytes">Managed bytes for one operation; null if not measured.</param>
public sealed record GateLaunch(IReadOnlyList<double> IterationsNs, double? AllocatedBytes = null);

/// <summary>What one build does, whatever the time: compared exactly. Null is unknown, never 0.</summary>
public sealed record GateCounters
{
    /// <summary>HTTP exchanges of one operation; 0 for a micro-benchmark.</summary>
    public int? Requests { get; init; }

    /// <summary>Connections opened by the first operation of a fresh process.</summary>
    public int? ConnectionsOpenedCold { get; init; }

    /// <summary>Peak in-flight against a server that holds its answers until the promised number has arrived.</summary>
    public int? PeakInFlightHeld { get; init; }

    /// <summary>What was fetched: "count replies, bytes, hash".</summary>
    public string? Digest { get; init; }
}
