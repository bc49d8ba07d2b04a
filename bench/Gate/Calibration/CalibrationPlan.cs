using Benchmarks.Gate.Plants;
using Benchmarks.Measurement;

namespace Benchmarks.Gate.Calibration;

/// <summary>The gates that calibrate the gate: identical builds and planted changes, in turn, so that a change of the machine's mood meets all of them.</summary>
internal static class CalibrationPlan
{
    private const int Identical = 20, Planted = 10;

    // What is planted beside latency is counted, not timed: to be found with few pairs is the harder task, and a third of the time.
    private const int TimedPairs = 20, CountedPairs = 6;

    private static readonly TimeSpan s_budget = TimeSpan.FromMinutes(5);

    /// <summary>Small enough for a gate of 20 pairs to be over in less than 45 s, and still a fan-out and a single request.</summary>
    private static readonly string[] s_cases = ["*PokeApiBenchmarks.WhenAll", "*PokeApiSingleBenchmarks.Single"];

    // Among ten connections that open at once, one that is opened beside them is not one more.
    private static readonly string[] s_countedCases = [.. s_cases, "*PokeApiBenchmarks.SequentialAwait"];

    public static GatePlan Gate(Plant plant, int number) => plant.Client is null
        ? new(Profile.Gate, s_cases, TimedPairs, s_budget, Iterations: 3, Seed: number) { Plant = plant }
        : new(Profile.Gate, s_countedCases, CountedPairs, s_budget, Iterations: 3, Seed: number) { Plant = plant };

    public static int GatesOf(Plant plant) => plant.Id == Plant.All[0].Id ? Identical : Planted;

    /// <param name="only">Ids of plants; empty means all.</param>
    public static IEnumerable<(Plant Plant, int Number)> Gates(IReadOnlyList<string> only)
    {
        Plant[] plants = [.. Plant.All.Where(plant => only.Count == 0 || only.Contains(plant.Id))];
        return
            from number in Enumerable.Range(1, Identical)
            from plant in plants
            where number <= GatesOf(plant)
            select (plant, number);
    }
}
