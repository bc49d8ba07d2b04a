using MathNet.Numerics.Distributions;
using Results.Statistics;

namespace Results.Gate;

/// <summary>
/// The evidence of two stored runs for one case's time. The effect is ln(candidate / reference), of the times or of their efficiencies.
/// </summary>
internal static class ReferenceEvidence
{
    /// <summary>Compares two single runs with the learnt noise between runs (Student's t).</summary>
    public static TimeEvidence Of(
        double referenceNs, double candidateNs, double logRatio, LearntNoise noise, GateRules rules, double margin)
    {
        double error = noise.Deviation * Math.Sqrt(2);
        double half = Quantiles.Student(noise.Freedom, (1 + rules.Confidence) / 2) * error;
        return new()
        {
            Observations = noise.Freedom + 1,
            BaseNs = referenceNs,
            HeadNs = candidateNs,
            LogRatio = logRatio,
            Interval = new(logRatio - half, logRatio + half),
            PSlower = P(logRatio),
            PFaster = P(-logRatio),
            Margin = margin,
            Error = error,
        };

        // Only copied runs have no noise at all. Then every difference is a change.
        double P(double above) => error > 0 ? StudentT.CDF(0, 1, noise.Freedom, -above / error) : above > 0 ? 0 : 1;
    }

    /// <summary>
    /// The iterations of two runs: Mann-Whitney, the Hodges-Lehmann shift of their logarithms and its interval (Moses 1965; normal
    /// approximation). It does not include the noise between runs.
    /// </summary>
    public static TimeEvidence OfIterations(
        IReadOnlyList<double> reference, IReadOnlyList<double> candidate, double extraLog, GateRules rules, double margin)
    {
        double[] shifts = [.. reference.SelectMany(before => candidate.Select(after => Math.Log(after / before) + extraLog)).Order()];
        double n = reference.Count, m = candidate.Count;
        int outside = (int)Math.Floor((n * m / 2) - (Quantiles.Normal((1 + rules.Confidence) / 2) * Math.Sqrt(n * m * (n + m + 1) / 12)));
        double[] scaled = [.. candidate.Select(ns => ns * Math.Exp(extraLog))];
        return new()
        {
            Observations = Math.Min(reference.Count, candidate.Count),
            BaseNs = SampleStatistics.Median(reference)!.Value,
            HeadNs = SampleStatistics.Median(candidate)!.Value,
            LogRatio = SampleStatistics.Median(shifts)!.Value,
            Interval = outside >= 1 ? new(shifts[outside - 1], shifts[^outside]) : null,
            PSlower = SampleStatistics.PAbove(reference, scaled),
            PFaster = SampleStatistics.PAbove(scaled, reference),
            // All of one run above all of the other: 1 in C(n + m, n).
            SmallestP = 1 / MathNet.Numerics.SpecialFunctions.Binomial((int)(n + m), (int)n),
            Margin = margin,
        };
    }
}
