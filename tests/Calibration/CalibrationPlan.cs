using BenchGate.Measuring;
using Benchmarks.Gate;
using Benchmarks.Measurement;
using Results.Gate;

namespace Tests.Calibration;

/// <summary>
/// The gates that calibrate the gate: identical builds and injected defects, in turns, so that a change of the machine affects all of
/// them.
/// </summary>
internal static class CalibrationPlan
{
    // A counted defect must be found with few pairs: that is harder, and takes half of the time. With fewer, coins cannot show allocations.
    private const int TimedPairs = 20, CountedPairs = 10;

    private static readonly SuiteSettings s_settings = new() { Profile = Profile.Gate };
    private static readonly TimeSpan s_budget = TimeSpan.FromMinutes(5);

    /// <summary>Small enough that a gate of 20 pairs takes less than 45 s, but still with a fan-out and a single request.</summary>
    private static readonly string[] s_cases = ["*PokeApiBenchmarks.WhenAll", "*PokeApiSingleBenchmarks.Single"];

    // If ten connections open at once, a separate one is not counted in addition.
    private static readonly string[] s_countedCases = [.. s_cases, "*PokeApiBenchmarks.SequentialAwait"];

    public static GatePlan Gate(InjectedDefect defect, int number) => defect.IsCounted
        ? new(s_settings, s_countedCases, Pairs(CountedPairs, number), Iterations: 3)
        : new(s_settings, s_cases, Pairs(TimedPairs, number), Iterations: 3);

    private static PairPlan Pairs(int pairs, int seed) => new(pairs, s_budget, seed, new GateRules());

    public static IEnumerable<(InjectedDefect Defect, int Number)> Gates(IReadOnlyList<InjectedDefect> defects) =>
        from number in Enumerable.Range(1, defects.Max(defect => defect.Wanted))
        from defect in defects
        where number <= defect.Wanted
        select (defect, number);
}
