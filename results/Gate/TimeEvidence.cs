using Results.Statistics;

namespace Results.Gate;

/// <summary>The evidence of a measurement for one case's time, without the run's other cases. Effects are ln(head / base).</summary>
internal sealed record TimeEvidence
{
    /// <summary>Number of independent observations: pairs, or stored runs from which the noise was learnt.</summary>
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
    /// Standard error of the estimate if it was learnt, so that longer runs do not lower it; null to compute it from the interval.
    /// </summary>
    public double? Error { get; init; }

    /// <summary>Standard error of the estimate. It comes from the interval's width, so that an extreme pair changes it little.</summary>
    public double? StandardError(GateRules rules) =>
        Error is { } known ? known : Interval is { } i ? (i.Upper - i.Lower) / (2 * Quantiles.Normal((1 + rules.Confidence) / 2)) : null;

    /// <summary>
    /// Smallest slow-down that a measurement of this spread finds with the power of the rules, among this number of cases. The estimate
    /// must reach the margin and exceed 0 by the test's critical value. Null if no slow-down could have been found.
    /// </summary>
    public double? SmallestVisible(GateRules rules, int cases)
    {
        if (StandardError(rules) is not { } error || SmallestP * cases > rules.Alpha)
            return null;
        double sure = Quantiles.Normal(rules.Power) * error;
        return Math.Exp(sure + Math.Max(Margin, Critical(rules, cases) * error)) - 1;
    }

    /// <summary>
    /// Number of observations that would have shown that the estimate is a change, or that it is none. Null if more than a thousand would
    /// be needed, or if no number helps.
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
