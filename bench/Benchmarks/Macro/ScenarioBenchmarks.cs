using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Serving;
using Benchmarks.Strategies;

namespace Benchmarks.Macro;

/// <summary>Any scenario with any strategy. <c>run --scenario NAME</c> runs this class, also for a user's own scenario file.</summary>
public class ScenarioBenchmarks() : MacroBenchmarks("")
{
    [ParamsSource(nameof(Scenarios))]
    public string Scenario { get; set; } = "";

    [ParamsSource(nameof(Strategies))]
    public string Strategy { get; set; } = "";

    public static IEnumerable<string> Scenarios => SuiteEnvironment.ChosenScenarios;

    public static IEnumerable<string> Strategies => SuiteEnvironment.ChosenStrategies is { Count: > 0 } chosen
        ? chosen
        : StrategyCatalog.GeneralFor(MostRequests).Select(strategy => strategy.Descriptor.Id);

    /// <summary>The requests of the largest chosen scenario; 0 if none was chosen.</summary>
    public static int MostRequests => Scenarios.Select(id => FixtureLink.ScaledScenario(id).Requests.Count).DefaultIfEmpty().Max();

    internal override string ScenarioId => Scenario;

    [Benchmark]
    public Task<FetchResult[]> Fetch() => FetchAsync(StrategyCatalog.Find(Strategy));
}
