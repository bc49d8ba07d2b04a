using Benchmarks.Errors;
using Benchmarks.Measurement;
using Results.Gate;

namespace Benchmarks.Gate;

/// <summary>What is measured; all of it is fixed before the first launch.</summary>
/// <param name="Settings">Profile and server; scenarios and strategies, where they were chosen.</param>
/// <param name="Cases">Globs of full names; empty takes the profile's.</param>
/// <param name="Pairs">Pairs of launches, at least 1.</param>
/// <param name="Budget">Time for the launches; the builds come on top.</param>
/// <param name="Iterations">Measured operations of a case in each launch.</param>
/// <param name="Seed">Draws the order.</param>
internal sealed record GatePlan(SuiteSettings Settings, IReadOnlyList<string> Cases, int Pairs, TimeSpan Budget, int Iterations, int Seed)
{
    /// <summary>Scales the scenarios.</summary>
    public Profile Profile => Settings.Profile;

    /// <summary>How a launch is told what to measure.</summary>
    public IReadOnlyList<string> LaunchArguments =>
    [
        "--profile", Profile.Id,
        .. Settings.Scenarios.SelectMany(id => new[] { "--scenario", id }),
        .. Settings.Strategies.SelectMany(id => new[] { "--strategies", id }),
    ];

    /// <summary>What counts as a change; here only to say beforehand what can be seen.</summary>
    public GateRules Rules { get; init; } = new();

    /// <summary>Kept free, so that a machine that slows down a little does not cut the last pairs off.</summary>
    private const double Reserve = 0.1;

    /// <summary>The pairs that the budget has room for, at most those asked for.</summary>
    /// <exception cref="UsageException">It has room for none.</exception>
    public int PairsWithin(TimeSpan pair)
    {
        int fit = (int)Math.Min(Pairs, Budget * (1 - Reserve) / pair);
        return fit > 0 ? fit : throw new UsageException($"--budget is {Budget.TotalSeconds:F0} s and one pair of launches takes about {pair.TotalSeconds:F1} s; allow at least {pair.TotalSeconds * Pairs / (1 - Reserve):F0} s for {Pairs} pairs, or choose fewer --cases.");
    }
}
