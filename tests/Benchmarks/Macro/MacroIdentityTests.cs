using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Micro;
using Benchmarks.Strategies;

namespace Tests.Macro;

public sealed class MacroIdentityTests
{
    public static TheoryData<Type> Classes => [typeof(BaiduBenchmarks), typeof(PokeApiBenchmarks), typeof(PokeApiSingleBenchmarks)];

    /// <summary>
    /// The names of SemaphoreSlim and Single are shorter than their classes. Stored results use them, so they must not change.
    /// </summary>
    [Theory]
    [MemberData(nameof(Classes))]
    public void A_method_is_named_after_the_strategy_that_it_runs(Type type)
    {
        BenchmarkCase[] cases = BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty()).BenchmarksCases;
        Assert.NotEmpty(cases);
        Assert.All(
            cases,
            one => Assert.StartsWith(
                one.Descriptor.WorkloadMethod.Name,
                StrategyAttribute.Of(one.Descriptor.WorkloadMethod)!.GetType().Name,
                StringComparison.Ordinal));
        Assert.All(
            cases,
            one => Assert.Contains(
                StrategyCatalog.All, strategy => strategy.Descriptor.Id == MacroCase.Of(one, new SuiteSettings())!.Strategy.Id));
    }

    [Theory]
    [InlineData(typeof(BaiduBenchmarks))]
    [InlineData(typeof(PokeApiBenchmarks))]
    public void An_articles_scenario_is_fetched_in_every_general_way(Type type) => Assert.Equal(
        StrategyCatalog.General.Select(strategy => strategy.Descriptor.Id).Order(StringComparer.Ordinal),
        BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty()).BenchmarksCases
            .Select(one => MacroCase.Of(one, new SuiteSettings())!.Strategy.Id)
            .Order(StringComparer.Ordinal));

    /// <summary><c>measure</c> uses BenchmarkDotNet's in-process actions, which do not await a plain ValueTask.</summary>
    [Fact]
    public void Setups_and_cleanups_return_nothing_or_a_task_that_is_awaited_in_process_too()
    {
        MethodInfo[] around =
        [
            .. RunPlan.AllTypes.Append(typeof(ScenarioBenchmarks)).SelectMany(type => type.GetMethods())
                .Where(method => method.IsDefined(typeof(TargetedAttribute))),
        ];
        Assert.NotEmpty(around);
        Assert.All(around, method => Assert.True(method.ReturnType == typeof(void) || method.ReturnType == typeof(Task), $"{method}"));
    }

    [Fact]
    public void A_benchmark_that_fetches_nothing_is_no_macro_case() =>
        Assert.All(
            BenchmarkConverter.TypeToBenchmarks(typeof(LatencyClockBenchmarks), ManualConfig.CreateEmpty()).BenchmarksCases,
            one => Assert.Null(MacroCase.Of(one, new SuiteSettings())));
}
