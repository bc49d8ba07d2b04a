using MathNet.Numerics.Distributions;
using Results.Statistics;

namespace Results.Gate;

/// <summary>The evidence of one run and the kept runs for one case's time.</summary>
internal static class ReferenceEvidence
{
    /// <summary>
    /// The prediction limit of Student's t for one more run: mean ± t · s · √(1 + 1/n) (Hahn and Meeker 1991, "Statistical Intervals").
    /// Correlated runs count as fewer. A run that is measured soon after the kept ones is like them, so the limit is too wide for it.
    /// </summary>
    /// <param name="headNs">The run's time.</param>
    /// <param name="log">Logarithm of what is compared: of the time, or of time / ideal.</param>
    /// <param name="correlation">Of successive runs; 0 to below 1.</param>
    /// <param name="micro">Whether the case is a micro-benchmark.</param>
    public static TimeEvidence Of(double headNs, double log, CorrelatedLevels noise, double correlation, bool micro, GateRules rules)
    {
        CorrelatedLevel level = noise.Levels[^1];
        double logRatio = log - level.Mean(correlation);
        double error = noise.Deviation(correlation) * Math.Sqrt(1 + (1 / level.EffectiveCount(correlation)));
        double half = Quantiles.Student(noise.Freedom, (1 + rules.Confidence) / 2) * error;
        double baseNs = Math.Exp(Math.Log(headNs) - logRatio);
        return new()
        {
            Observations = noise.Freedom + 1,
            BaseNs = baseNs,
            HeadNs = headNs,
            LogRatio = logRatio,
            Interval = new(logRatio - half, logRatio + half),
            PSlower = P(logRatio),
            PFaster = P(-logRatio),
            Margin = Math.Log(1 + rules.MarginFor(micro, baseNs)),
            Error = error,
        };

        // Only copied runs have no noise at all. Then every difference is a change.
        double P(double above) => error > 0 ? StudentT.CDF(0, 1, noise.Freedom, -above / error) : above > 0 ? 0 : 1;
    }
}
