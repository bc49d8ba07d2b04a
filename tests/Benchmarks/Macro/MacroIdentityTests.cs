using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Macro;
using Benchmarks.Micro;
using Benchmarks.Strategies;

namespace Tests.Macro;

public sealed class MacroIdentityTests
{
    public static TheoryData<Type> Classes => [typeof(BaiduBenchmarks), typeof(PokeApiBenchmarks), typeof(PokeApiSingleBenchmarks)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_method_is_named_after_the_strategy_that_it_runs(Type type)
    {
        MethodInfo[] methods = [.. type.GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute)))];
        Assert.NotEmpty(methods);
        Assert.All(methods, method =>
        {
            string id = MacroCase.KebabCase(method.Name);
            Assert.Equal(id, StrategyCatalog.Find(id).Descriptor.Id);
        });
        Assert.All(BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty()).BenchmarksCases, one =>
            Assert.Equal(MacroCase.KebabCase(one.Descriptor.WorkloadMethod.Name), MacroCase.Of(one)!.Strategy.Id));
    }

    [Theory]
    [InlineData(typeof(BaiduBenchmarks))]
    [InlineData(typeof(PokeApiBenchmarks))]
    public void An_articles_scenario_is_fetched_in_every_general_way(Type type) => Assert.Equal(
        StrategyCatalog.General.Select(strategy => strategy.Descriptor.Id).Order(StringComparer.Ordinal),
        BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty()).BenchmarksCases.Select(one => MacroCase.Of(one)!.Strategy.Id).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("SequentialSyncNewClient", "sequential-sync-new-client")]
    [InlineData("WhenAll", "when-all")]
    [InlineData("Single", "single")]
    [InlineData("Http2Multiplexed", "http2-multiplexed")]
    public void A_word_begins_with_a_capital(string method, string id) => Assert.Equal(id, MacroCase.KebabCase(method));

    /// <summary>BenchmarkDotNet's in-process actions, on which <c>measure</c> runs, await no plain ValueTask.</summary>
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
        Assert.All(BenchmarkConverter.TypeToBenchmarks(typeof(LatencyClockBenchmarks), ManualConfig.CreateEmpty()).BenchmarksCases, one => Assert.Null(MacroCase.Of(one)));
}
