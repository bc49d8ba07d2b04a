using MathNet.Numerics.Distributions;
using Results.Statistics;

namespace Results.Gate;

/// <summary>The evidence of one run and the kept runs for one case's time. Effects are ln(run / kept runs).</summary>
/// <param name="BaseNs">Of the kept runs.</param>
/// <param name="HeadNs">Of the run.</param>
/// <param name="PSlower">One-sided, not yet adjusted.</param>
/// <param name="PFaster">One-sided, not yet adjusted.</param>
/// <param name="Margin">The smallest effect that matters, above 0.</param>
/// <param name="Error">Standard error of the effect.</param>
/// <param name="Freedom">Degrees of freedom of <paramref name="Error"/>, at least 1.</param>
internal sealed record ReferenceEvidence(
    double BaseNs,
    double HeadNs,
    double LogRatio,
    LogInterval Interval,
    double PSlower,
    double PFaster,
    double Margin,
    double Error,
    int Freedom)
{
    /// <summary>
    /// The prediction limit of Student's t for one more run: mean ± t · s · √(1 + 1/n) (Hahn and Meeker 1991, "Statistical
    /// Intervals"). Correlated runs count as fewer. A run that is measured soon after the kept ones is like them, so the limit is too
    /// wide for it.
    /// </summary>
    /// <param name="headNs">The run's time.</param>
    /// <param name="log">Logarithm of what is compared: of the time, or of time / ideal.</param>
    /// <param name="correlation">Of successive runs; 0 to below 1.</param>
    /// <param name="micro">Whether the case is a micro-benchmark.</param>
    public static ReferenceEvidence Of(
        double headNs, double log, CorrelatedLevels noise, double correlation, bool micro, GateRules rules)
    {
        CorrelatedLevel level = noise.Levels[^1];
        double logRatio = log - level.Mean(correlation);
        double error = noise.Deviation(correlation) * Math.Sqrt(1 + (1 / level.EffectiveCount(correlation)));
        double half = Quantiles.Student(noise.Freedom, (1 + rules.Confidence) / 2) * error;
        double baseNs = Math.Exp(Math.Log(headNs) - logRatio);
        return new(
            baseNs,
            headNs,
            logRatio,
            new LogInterval(logRatio - half, logRatio + half),
            P(logRatio),
            P(-logRatio),
            Math.Log(1 + rules.MarginFor(micro, baseNs)),
            error,
            noise.Freedom);

        // Only copied runs have no noise at all. Then every difference is a change.
        double P(double above) => error > 0 ? StudentT.CDF(0, 1, noise.Freedom, -above / error) : above > 0 ? 0 : 1;
    }

    /// <summary>
    /// Smallest slow-down that a run with this noise shows with the power of the rules, among this number of cases. The effect must reach
    /// the margin and exceed 0 by the test's critical value.
    /// </summary>
    public double SmallestVisible(GateRules rules, int cases)
    {
        double critical = Quantiles.Student(Freedom, 1 - (rules.Alpha / cases));
        return Math.Exp((Quantiles.Normal(rules.Power) * Error) + Math.Max(Margin, critical * Error)) - 1;
    }
}
