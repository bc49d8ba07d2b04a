using BenchGate.Measuring;
using Benchmarks.Measurement;

namespace Benchmarks.Gate;

/// <summary>What is measured, and for how long at most; all of it is fixed before the first launch.</summary>
/// <param name="Settings">Profile and server; scenarios and strategies, where they were chosen.</param>
/// <param name="Cases">Patterns of full names; empty means the profile's cases.</param>
/// <param name="Pairs">How many pairs, and what counts as a change.</param>
/// <param name="Iterations">Measured operations of a case in each launch.</param>
internal sealed record GatePlan(SuiteSettings Settings, IReadOnlyList<string> Cases, PairPlan Pairs, int Iterations)
{
    /// <summary>Scales the scenarios.</summary>
    public Profile Profile => Settings.Profile;

    /// <summary>Whether identical builds are measured, too.</summary>
    public bool MeasureIdentical { get; init; }

    /// <summary>The arguments that tell a launch what to measure.</summary>
    public IReadOnlyList<string> LaunchArguments =>
    [
        "--profile", Profile.Id,
        .. Settings.Scenarios.SelectMany(id => new[] { "--scenario", id }),
        .. Settings.Strategies.SelectMany(id => new[] { "--strategies", id }),
    ];
}
