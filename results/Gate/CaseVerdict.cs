using Results.Statistics;

namespace Results.Gate;

/// <summary>
/// The gate's result for one case. Unknown is null, never 0. Effects are natural logarithms of head / base: above 0 is slower.
/// </summary>
public sealed record CaseVerdict
{
    public required string Case { get; init; }

    public required string Scenario { get; init; }

    public required string Strategy { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The reason, in a sentence; with the remedy if there is one.</summary>
    public required string Reason { get; init; }

    /// <summary>Pairs whose log ratio was used; 0 if the case was not measured in pairs.</summary>
    public int Pairs { get; init; }

    /// <summary>Median of the launches' medians; nanoseconds.</summary>
    public double? BaseNs { get; init; }

    /// <summary>Median of the launches' medians; nanoseconds.</summary>
    public double? HeadNs { get; init; }

    /// <summary>Hodges-Lehmann estimate of the log ratio.</summary>
    public double? LogRatio { get; init; }

    /// <summary>Interval of the log ratio; null with too few pairs for one.</summary>
    public LogInterval? Interval { get; init; }

    /// <summary>One-sided p value against "not slower", adjusted for the number of cases of the run.</summary>
    public double? PSlower { get; init; }

    /// <summary>One-sided p value against "not faster", adjusted for the number of cases of the run.</summary>
    public double? PFaster { get; init; }

    /// <summary>Smallest slow-down (0.1 is 10 %) that a run of this spread and size finds; see <see cref="GateRules.Power"/>.</summary>
    public double? SmallestVisible { get; init; }

    /// <summary>
    /// Whether some launches were much slower than the others. A new run may have more of them, and then finds only larger slow-downs.
    /// </summary>
    public bool VisibleAtBest { get; init; }

    /// <summary>Pairs that would have decided an Inconclusive; null if no practical number would.</summary>
    public int? PairsToSettle { get; init; }

    /// <summary>Median of the launches, for one request; without a scenario, for one operation.</summary>
    public double? BaseAllocatedBytes { get; init; }

    /// <summary>Median of the launches, for one request; without a scenario, for one operation.</summary>
    public double? HeadAllocatedBytes { get; init; }

    /// <summary>Changes of figures that do not depend on time.</summary>
    public IReadOnlyList<CounterFinding> Findings { get; init; } = [];

    /// <summary>True for a Missing whose id is retired; see <see cref="GateRules.Retired"/>.</summary>
    public bool Retired { get; init; }

    /// <summary>Whether this case alone fails the run.</summary>
    public bool Fails => Verdict == Verdict.Slower || (Verdict == Verdict.Missing && !Retired) || Findings.Any(finding => finding.Fails);
}

/// <summary>A change of a figure that is compared exactly.</summary>
/// <param name="Counter">Such as "connections opened cold" or "allocated bytes per request".</param>
/// <param name="Fails">False for an improvement, and for a figure that the base does not have.</param>
/// <param name="Text">The old value, the new value, and the remedy.</param>
public sealed record CounterFinding(string Counter, string? Base, string? Head, bool Fails, string Text);
