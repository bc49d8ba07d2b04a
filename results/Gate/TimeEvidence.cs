using Results.Statistics;

namespace Results.Gate;

/// <summary>What a measurement says of one case's time, before the run's other cases are looked at. Effects are ln(head / base).</summary>
internal sealed record TimeEvidence
{
    /// <summary>Independent observations: pairs, or stored runs that the noise was learnt from.</summary>
    public required int Observations { get; init; }

    public required double BaseNs { get; init; }

    public required double HeadNs { get; init; }

    public required double LogRatio { get; init; }

    public LogInterval? Interval { get; init; }

    /// <summary>One-sided, not yet adjusted.</summary>
    public required double PSlower { get; init; }

    /// <summary>One-sided, not yet adjusted.</summary>
    public required double PFaster { get; init; }

    /// <summary>The smallest p value that this many observations can reach.</summary>
    public double SmallestP { get; init; }

    /// <summary>Change that matters, as a logarithm, above 0.</summary>
    public required double Margin { get; init; }

    /// <summary>
    /// Standard error of the estimate where it was learnt, so that longer runs do not lower it; null to take it from the interval.
    /// </summary>
    public double? Error { get; init; }

    /// <summary>Standard error of the estimate; from the interval's width, so that a wild pair does not blow it up.</summary>
    public double? StandardError(GateRules rules) => Error is { } known ? known : Interval is { } i ? (i.Upper - i.Lower) / (2 * Quantiles.Normal((1 + rules.Confidence) / 2)) : null;

    /// <summary>
    /// Smallest slow-down that a measurement of this spread finds with the power of the rules, among so many cases: the estimate must reach
    /// the margin, and lie beyond 0 by the test's critical value. Null where nothing could have been found.
    /// </summary>
    public double? SmallestVisible(GateRules rules, int cases)
    {
        if (StandardError(rules) is not { } error || SmallestP * cases > rules.Alpha)
            return null;
        double sure = Quantiles.Normal(rules.Power) * error;
        return Math.Exp(sure + Math.Max(Margin, Critical(rules, cases) * error)) - 1;
    }

    /// <summary>
    /// Observations that would have shown the estimate to be what it is: a change, or none. Null where more than a thousand would be
    /// needed, or none help.
    /// </summary>
    public int? ToSettle(GateRules rules, int cases)
    {
        const int Practical = 1000;
        if (Error is not null)
            return null;
        if (StandardError(rules) is not { } error)
            return SmallestPairs.For(cases, rules);
        double spread = error * Math.Sqrt(Observations);
        bool change = Math.Abs(LogRatio) >= Margin;
        double needed = change
            ? Critical(rules, cases) * spread / Math.Abs(LogRatio)
            : Quantiles.Normal((1 + rules.Confidence) / 2) * spread / (Margin - Math.Abs(LogRatio));
        double count = Math.Max(Math.Ceiling(needed * needed), change ? SmallestPairs.For(cases, rules) : Observations + 1);
        return count <= Practical ? (int)count : null;
    }

    private double Critical(GateRules rules, int cases) => Quantiles.Student(Math.Max(1, Observations - 1), 1 - (rules.Alpha / cases));
}
