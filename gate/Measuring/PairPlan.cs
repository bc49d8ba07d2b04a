using BenchGate.Errors;
using Results.Gate;

namespace BenchGate.Measuring;

/// <summary>How many pairs of launches are measured, and for how long at most; all of it is fixed before the first launch.</summary>
/// <param name="Pairs">The largest number of pairs of launches, at least 1.</param>
/// <param name="Budget">Time for the launches, without the builds.</param>
/// <param name="Seed">Seed of the random order.</param>
/// <param name="Rules">What counts as a change. It decides whether the measurement can stop early.</param>
internal sealed record PairPlan(int Pairs, TimeSpan Budget, int Seed, GateRules Rules)
{
    /// <summary>The share of the budget that stays free, so that the last pairs still fit if the machine becomes a little slower.</summary>
    private const double Reserve = 0.1;

    /// <summary>The number of pairs that fit into the budget, at most <see cref="Pairs"/>.</summary>
    /// <exception cref="UsageException">Not even one pair fits.</exception>
    public int PairsWithin(TimeSpan pair)
    {
        int fit = (int)Math.Min(Pairs, Budget * (1 - Reserve) / pair);
        return fit > 0 ? fit : throw new UsageException(
            $"--budget is {Budget.TotalSeconds:F0} s, but one pair of launches takes about {pair.TotalSeconds:F1} s; "
            + $"allow at least {pair.TotalSeconds * Pairs / (1 - Reserve):F0} s for {Pairs} pairs, or choose fewer benchmarks.");
    }
}
