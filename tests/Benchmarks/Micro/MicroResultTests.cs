using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Micro;
using Fixtures.Endpoints;
using Fixtures.Model;
using Tests.Macro;

namespace Tests.Micro;

/// <summary>
/// Every micro-benchmark is set up and run once, and must return the result of its whole work: with less work it would look fast.
/// </summary>
public sealed class MicroResultTests
{
    private static readonly Dictionary<Type, Func<BenchmarkCase, object>> s_expected = new()
    {
        [typeof(AwaitBenchmarks)] = _ => AwaitBenchmarks.Awaits,
        [typeof(AsyncResultBenchmarks)] = _ => Enumerable.Range(AsyncResultBenchmarks.FirstUncached, AsyncResultBenchmarks.Calls).Sum(),
        [typeof(StateMachineBenchmarks)] = _ => StateMachineBenchmarks.Calls,
        [typeof(WhenAllBenchmarks)] = one => Enumerable.Range(0, (int)one.Parameters[nameof(WhenAllBenchmarks.Tasks)]).Sum(),
        [typeof(SemaphoreBenchmarks)] = _ => SemaphoreBenchmarks.Entries,
        [typeof(ChannelBenchmarks)] = _ => Enumerable.Range(0, ChannelBenchmarks.Items).Sum(),
        [typeof(StartingWorkBenchmarks)] = _ => StartingWorkBenchmarks.Pieces,
        [typeof(HttpSendingBenchmarks)] = _ => (long)new PokemonEndpoint(PokemonSize.Small).Answer(1).Body.Length,
        [typeof(JsonNameBenchmarks)] = _ => "bulbasaur",
        [typeof(BodyReadingBenchmarks)] = _ => "bulbasaur",
    };

    public static TheoryData<Type> Classes => [.. RunPlan.AllTypes.Where(SuiteConfig.IsThroughput)];

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task It_brings_what_its_work_amounts_to(Type type)
    {
        foreach (BenchmarkCase benchmark in BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty()).BenchmarksCases)
            Assert.Equal(
                (CaseFromReport.IdOf(benchmark), s_expected[type](benchmark)),
                (CaseFromReport.IdOf(benchmark), await BenchmarkCaseRun.OnceAsync(benchmark)));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void It_has_one_baseline_and_is_measured_with_its_memory(Type type)
    {
        BenchmarkRunInfo all = BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty());
        Assert.Single(all.BenchmarksCases.Where(one => one.Descriptor.Baseline).Select(one => one.Descriptor.WorkloadMethod).Distinct());
        Assert.Contains(all.Config.GetDiagnosers(), diagnoser => diagnoser is BenchmarkDotNet.Diagnosers.MemoryDiagnoser);
    }

    [Fact]
    public void Only_the_clocks_benchmarks_wait_for_time_to_pass() =>
        Assert.Equal(
            [typeof(LatencyClockBenchmarks)],
            RunPlan.AllTypes.Where(type => type.Namespace == typeof(GateCases).Namespace && !SuiteConfig.IsThroughput(type)));
}
