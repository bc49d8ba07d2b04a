using BenchGate.Errors;
using Fixtures.Model;

namespace Benchmarks.Measurement;

/// <summary>How large the work is, and how often it is repeated.</summary>
/// <param name="Id">The value of <c>--profile</c>.</param>
/// <param name="Scale">Factor for every delay of a scenario; 1 is the articles' own scale.</param>
/// <param name="Divisor">Divisor for the number of requests of a scenario.</param>
/// <param name="Rounds">Launches of each case. Each round has one of every case.</param>
/// <param name="Warmups">Operations of a launch before the measured ones.</param>
/// <param name="Iterations">Measured operations of a launch, one in each iteration.</param>
/// <param name="For">The purpose of the profile.</param>
public sealed record Profile(string Id, double Scale, int Divisor, int Rounds, int Warmups, int Iterations, string For)
{
    /// <summary>
    /// Whether a launch first runs until its code is compiled, each case is also recorded in a new process, and the instrument is fully
    /// checked. Not in a smoke run, which must finish in half a minute.
    /// </summary>
    public bool Thorough { get; init; } = true;

    /// <summary>The length of an iteration of a micro-benchmark. BenchmarkDotNet warns about iterations below 100 ms.</summary>
    public TimeSpan ThroughputIteration { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>A micro-benchmark has this many times the <see cref="Iterations"/>; default 1.</summary>
    public int ThroughputFactor { get; init; } = 1;

    /// <summary>The number of iterations of a micro-benchmark in a launch.</summary>
    public int ThroughputIterations => Iterations * ThroughputFactor;

    /// <summary>The scenario with the delays and the number of requests of this profile.</summary>
    public Scenario Scaled(Scenario scenario) => scenario.Scaled(Scale, Divisor);

    public static Profile Smoke { get; } = new("smoke", 0.02, 10, 1, 1, 1, "tests and CI: only shows that everything runs")
    {
        Thorough = false,
        ThroughputIteration = TimeSpan.FromMilliseconds(10),
    };

    public static Profile Standard { get; } = new("standard", 0.1, 1, 5, 1, 2, "daily use: the articles' cases, delays × 0.1");

    public static Profile Article { get; } = new("article", 1, 1, 5, 1, 1, "the articles' own scale");

    public static Profile Full { get; } = new("full", 0.1, 1, 5, 1, 2, "all strategies and benchmarks, delays × 0.1");

    /// <summary>
    /// A launch takes one or two seconds, mostly for the delays. So a change of 10 % in the delays changes the whole time by 9 %.
    /// </summary>
    public static Profile Gate { get; } = new("gate", 0.1, 15, 1, 2, 5, "the regression gate: few requests, launched many times")
    {
        Thorough = false,
        ThroughputIteration = TimeSpan.FromMilliseconds(20),
        ThroughputFactor = 3, // 0.3 s: on a shared host, other programs slowed a core down for 0.1 to 0.2 s
    };

    public static IReadOnlyList<Profile> All { get; } = [Smoke, Standard, Article, Full, Gate];

    /// <exception cref="UsageException">There is no such profile; the message lists the profiles.</exception>
    public static Profile Find(string id) =>
        All.FirstOrDefault(profile => profile.Id == id)
        ?? throw new UsageException($"There is no profile '{id}'; there are: {string.Join(", ", All.Select(profile => profile.Id))}.");
}
