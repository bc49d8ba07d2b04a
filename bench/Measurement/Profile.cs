using Benchmarks.Errors;

namespace Benchmarks.Measurement;

/// <summary>How large and how often the work is done.</summary>
/// <param name="Id">What is typed after <c>--profile</c>.</param>
/// <param name="Scale">Every delay of a scenario is multiplied by it; 1 is the articles' own scale.</param>
/// <param name="Divisor">The number of requests of a scenario is divided by it.</param>
/// <param name="Warmups">Operations before the measured ones.</param>
/// <param name="Iterations">Measured operations, one an iteration.</param>
/// <param name="For">What it is good for.</param>
public sealed record Profile(string Id, double Scale, int Divisor, int Warmups, int Iterations, string For)
{
    /// <summary>
    /// Whether each case is also watched in a fresh process and the instrument checked in full; not in a smoke run, which is to be over in
    /// half a minute.
    /// </summary>
    public bool Thorough { get; init; } = true;

    /// <summary>How long an iteration of a micro-benchmark is: BenchmarkDotNet doubts iterations below 100 ms.</summary>
    public TimeSpan ThroughputIteration { get; init; } = TimeSpan.FromMilliseconds(150);

    public static Profile Smoke { get; } = new("smoke", 0.02, 10, 1, 1, "tests and CI: does everything run?") { Thorough = false, ThroughputIteration = TimeSpan.FromMilliseconds(10) };

    public static Profile Standard { get; } = new("standard", 0.1, 1, 1, 10, "every day: the articles' cases, delays × 0.1");

    public static Profile Article { get; } = new("article", 1, 1, 1, 3, "the articles' own scale");

    public static Profile Full { get; } = new("full", 0.1, 1, 1, 10, "everything there is, delays × 0.1");

    /// <summary>
    /// A launch of a second or two that waits for the delays most of its time, so that a change of 10 % in them is one of 9 % in all.
    /// </summary>
    public static Profile Gate { get; } = new("gate", 0.1, 15, 1, 5, "the regression gate: few requests, launched many times") { Thorough = false, ThroughputIteration = TimeSpan.FromMilliseconds(20) };

    public static IReadOnlyList<Profile> All { get; } = [Smoke, Standard, Article, Full, Gate];

    /// <exception cref="UsageException">There is no such profile; the message lists those there are.</exception>
    public static Profile Find(string id) =>
        All.FirstOrDefault(profile => profile.Id == id)
        ?? throw new UsageException($"There is no profile '{id}'; there are: {string.Join(", ", All.Select(profile => profile.Id))}.");
}
