using BenchmarkDotNet.Running;
using Benchmarks.Fetching;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Fixtures.Model;
using Results.Records;

namespace Benchmarks.Engine;

/// <summary>The scenario and the strategy of a benchmark case. Maps BenchmarkDotNet's names to ours.</summary>
public sealed record MacroCase(Scenario Scenario, int First, int Requests, StrategyDescriptor Strategy, bool Baseline)
{
    /// <summary>Null for a benchmark that fetches nothing.</summary>
    public static MacroCase? Of(BenchmarkCase benchmark, SuiteSettings settings)
    {
        if (!benchmark.Descriptor.Type.IsSubclassOf(typeof(MacroBenchmarks)))
            return null;

        var instance = (MacroBenchmarks)EngineRun.Instance(benchmark, settings);
        Scenario scenario = settings.ScaledScenario(instance.ScenarioId);
        string? chosen = benchmark.Parameters[nameof(ScenarioBenchmarks.Strategy)] as string;
        IFetchStrategy strategy = chosen is null
            ? StrategyAttribute.Of(benchmark.Descriptor.WorkloadMethod)!
            : StrategyCatalog.Find(chosen);
        bool baseline = benchmark.Descriptor.Baseline || (chosen is not null && chosen == ScenarioBenchmarks.StrategiesOf(settings)[0]);
        IReadOnlyList<int> numbers = instance.Numbers(scenario);
        return new MacroCase(scenario, numbers[0], numbers.Count, strategy.Descriptor, baseline);
    }

    /// <summary>
    /// The shortest possible time of one operation, and the time predicted from the strategy's schedule; in one of the
    /// <see cref="Regimes"/>.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such regime.</exception>
    public (TimeSpan Bound, TimeSpan Predicted) Model(string regime)
    {
        Scenario planned = Scenario with { Requests = Scenario.Requests with { Count = Requests } };
        Schedule schedule = Strategy.Schedule with { WarmPool = Regimes.IsWarm(regime) };
        return (Bound.Of(planned, schedule), Prediction.Of(planned, schedule));
    }
}
