using Results.Records;

namespace Results.Gate;

/// <summary>The gate's decision: everything its pages print. Stored as gate.json.</summary>
public sealed record GateDecision
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>0 pass, 1 regression or Missing, 2 unusable input (never stored), 3 not comparable.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The verdict on the run, one sentence.</summary>
    public required string Headline { get; init; }

    public required GateRules Rules { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required HostFingerprint Host { get; init; }

    /// <summary>Profile id; empty for a run of another project, which has no profile.</summary>
    public required string Profile { get; init; }

    /// <summary>The base: name, commit and source.</summary>
    public required string Base { get; init; }

    /// <summary>The head, which was judged: name, commit and source.</summary>
    public required string Head { get; init; }

    /// <summary>How the gate handled the noise: pairs in turns, learnt from stored runs, or not known.</summary>
    public required string Method { get; init; }

    /// <summary>What the reader must know about the whole run; each with its remedy.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Empty if the two sides have no case in common, or if <see cref="IdenticalBuilds"/> decided.</summary>
    public required IReadOnlyList<CaseVerdict> Cases { get; init; }

    /// <summary>Whether the two builds were equal, so that nothing was measured. No other decision without cases passes.</summary>
    internal bool IsIdentical => Cases.Count == 0 && ExitCode == GateExitCodes.Pass;
}
