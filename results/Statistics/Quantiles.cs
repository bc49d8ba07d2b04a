using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace Results.Statistics;

/// <summary>
/// Quantiles of distributions; They are cached, because Student's quantile needs a search, and simulated gates need the
/// same values a million times.
/// </summary>
internal static class Quantiles
{
    private static readonly ConcurrentDictionary<(int Freedom, double P), double> s_student = new();

    public static double Normal(double p) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p);

    public static double Student(int freedom, double p) =>
        s_student.GetOrAdd((freedom, p), key => StudentT.InvCDF(0, 1, key.Freedom, key.P));
}
