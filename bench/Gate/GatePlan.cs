using BenchGate.Errors;
using Benchmarks.Measurement;
using Results.Gate;

namespace Benchmarks.Gate;

/// <summary>What is measured, and for how long at most; all of it is fixed before the first launch.</summary>
/// <param name="Settings">Profile and server; scenarios and strategies, where they were chosen.</param>
/// <param name="Cases">Patterns of full names; empty means the profile's cases.</param>
/// <param name="Pairs">The largest number of pairs of launches, at least 1.</param>
/// <param name="Budget">Time for the launches, without the builds.</param>
/// <param name="Iterations">Measured operations of a case in each launch.</param>
/// <param name="Seed">Seed of the random order.</param>
internal sealed record GatePlan(SuiteSettings Settings, IReadOnlyList<string> Cases, int Pairs, TimeSpan Budget, int Iterations, int Seed)
{
    /// <summary>Scales the scenarios.</summary>
    public Profile Profile => Settings.Profile;

    /// <summary>The arguments that tell a launch what to measure.</summary>
    public IReadOnlyList<string> LaunchArguments =>
    [
        "--profile", Profile.Id,
        .. Settings.Scenarios.SelectMany(id => new[] { "--scenario", id }),
        .. Settings.Strategies.SelectMany(id => new[] { "--strategies", id }),
    ];

    /// <summary>What counts as a change. It decides whether the measurement can stop early.</summary>
    public GateRules Rules { get; init; } = new();

    /// <summary>The share of the budget that stays free, so that the last pairs still fit if the machine becomes a little slower.</summary>
    private const double Reserve = 0.1;

    /// <summary>The number of pairs that fit into the budget, at most <see cref="Pairs"/>.</summary>
    /// <exception cref="UsageException">Not even one pair fits.</exception>
    public int PairsWithin(TimeSpan pair)
    {
        int fit = (int)Math.Min(Pairs, Budget * (1 - Reserve) / pair);
        return fit > 0 ? fit : throw new UsageException(
            $"--budget is {Budget.TotalSeconds:F0} s, but one pair of launches takes about {pair.TotalSeconds:F1} s; "
            + $"allow at least {pair.TotalSeconds * Pairs / (1 - Reserve):F0} s for {Pairs} pairs, or choose fewer --cases.");
    }
}
