using BenchmarkDotNet.Attributes;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Strategies;

namespace Benchmarks.Macro;

/// <summary>Any scenario with any strategy. <c>run --scenario NAME</c> runs this class, also for a user's own scenario file.</summary>
public class ScenarioBenchmarks() : MacroBenchmarks("")
{
    private static readonly AsyncLocal<SuiteSettings?> s_settings = new();

    [ParamsSource(nameof(Scenarios))]
    public string Scenario { get; set; } = "";

    [ParamsSource(nameof(Strategies))]
    public string Strategy { get; set; } = "";

    public static IEnumerable<string> Scenarios => s_settings.Value?.Scenarios ?? [];

    public static IEnumerable<string> Strategies => StrategiesOf(s_settings.Value ?? new SuiteSettings());

    internal override string ScenarioId => Scenario;

    /// <summary>
    /// Calls BenchmarkDotNet, which asks for <see cref="Scenarios"/> and <see cref="Strategies"/>. They must be static, so the settings
    /// reach them by the flow of this call, and no other call sees them.
    /// </summary>
    internal static T With<T>(SuiteSettings settings, Func<T> benchmarkDotNet)
    {
        s_settings.Value = settings;
        try
        {
            return benchmarkDotNet();
        }
        finally
        {
            s_settings.Value = null;
        }
    }

    /// <summary>Ids of those that were chosen; otherwise of all general ones that the largest scenario is not too large for.</summary>
    internal static IReadOnlyList<string> StrategiesOf(SuiteSettings settings) => settings.Strategies.Count > 0
        ? settings.Strategies
        : [.. StrategyCatalog.GeneralFor(MostRequests(settings)).Select(strategy => strategy.Descriptor.Id)];

    /// <summary>Of the largest scenario that was chosen; 0 if none was.</summary>
    internal static int MostRequests(SuiteSettings settings) =>
        settings.Scenarios.Select(id => settings.ScaledScenario(id).Requests.Count).DefaultIfEmpty().Max();

    [Benchmark]
    public Task<FetchResult[]> Fetch() => FetchAsync(StrategyCatalog.Find(Strategy));
}
