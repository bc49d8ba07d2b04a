using System.Net;
using BenchGate.Processes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Results.Records;
using Tests.Measurement;

namespace Tests.Macro;

/// <summary>Every benchmark is also a test: it is set up, run once, checked and cleaned up, at the smoke profile's size.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class EveryBenchmarkTests
{
    private static readonly SuiteSettings s_smoke = new() { Profile = Profile.Smoke };

    /// <summary><see cref="Tests.Micro.MicroResultTests"/> runs the others, which do not wait.</summary>
    public static TheoryData<Type> Types =>
        [.. RunPlan.AllTypes.Append(typeof(ScenarioBenchmarks)).Distinct().Where(type => !SuiteConfig.IsThroughput(type))];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task It_runs_and_brings_what_it_should(Type type)
    {
        SuiteSettings settings = s_smoke with { Scenarios = ["baidu", "pokeapi"] };
        BenchmarkCase[] cases =
            ScenarioBenchmarks.With(settings, () => BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty()).BenchmarksCases);
        Assert.NotEmpty(cases);

        foreach (BenchmarkCase benchmark in cases)
            await BenchmarkCaseRun.OnceAsync(benchmark, settings);
    }

    [Fact]
    public async Task Each_leaves_a_note_with_its_digest_and_a_complete_timeline()
    {
        using var notes = new ScratchFolder();
        SuiteSettings settings = s_smoke with { ChildReports = notes.Path };
        BenchmarkCase[] cases = [.. ((Type[])[typeof(BaiduBenchmarks), typeof(PokeApiBenchmarks), typeof(PokeApiSingleBenchmarks)])
            .SelectMany(type => BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty()).BenchmarksCases)];

        foreach (BenchmarkCase benchmark in cases)
        {
            MacroCase macro = MacroCase.Of(benchmark, settings)!;
            await BenchmarkCaseRun.OnceAsync(benchmark, settings);

            ChildReport note = Assert.Single(ChildReport.Collect(notes.Path));
            Assert.Equal((Environment.ProcessId, SourceHash.OfThisBuild), (note.Process, note.SourceHash));
            Assert.Equal(macro.Requests, note.Digest!.Count);
            AssertComplete(note.Timeline!, macro.Requests);
        }

        Assert.Empty(Directory.EnumerateFiles(notes.Path));
    }

    [Fact]
    public async Task Without_a_timeline_the_note_is_left_all_the_same()
    {
        using var notes = new ScratchFolder();
        SuiteSettings settings = s_smoke with { ChildReports = notes.Path, TimesOnly = true };

        await BenchmarkCaseRun.OnceAsync(Single(), settings);

        ChildReport note = Assert.Single(ChildReport.Collect(notes.Path));
        Assert.Null(note.Timeline);
        Assert.Equal(ExpectedResults.Digest(settings.ScaledScenario("pokeapi"), [151]), note.Digest);
    }

    [Fact]
    public async Task A_proxy_of_the_environment_does_not_come_between()
    {
        HttpClient.DefaultProxy = new WebProxy("http://127.0.0.1:9"); // no program listens there

        await BenchmarkCaseRun.OnceAsync(Single(), s_smoke);
    }

    private static BenchmarkCase Single() =>
        Assert.Single(BenchmarkConverter.TypeToBenchmarks(typeof(PokeApiSingleBenchmarks), ManualConfig.CreateEmpty()).BenchmarksCases);

    private static void AssertComplete(CaseTimeline timeline, int requests)
    {
        Assert.Equal(Enumerable.Range(0, requests), timeline.Requests.Select(span => span.Index));
        Assert.All(timeline.Requests, span =>
        {
            double?[] inOrder = [span.SentMs, span.ArrivalMs, span.DepartureMs, span.FirstByteMs, span.EndMs];
            Assert.DoesNotContain(null, inOrder);
            Assert.Equal(inOrder.Order(), inOrder);
            Assert.NotNull(span.Connection);
            Assert.True(span.Thread > 0);
        });
        Assert.All(timeline.Connections, span => Assert.True(span.ReadyMs >= span.OpenedMs));
        Assert.True(timeline.PeakPoolThreads > 0);
    }
}
