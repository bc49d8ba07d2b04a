using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Results;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Results.Records;
using Tests.Pages;

namespace Tests.Engine;

/// <summary>A case is saved only if each of its launches reported that it measured this build.</summary>
public sealed class CaseSaverTests : IDisposable
{
    private const string Micro = "Benchmarks.Micro.JsonNameBenchmarks.SourceGenerated(Body: Small)";
    private const string Macro = "Benchmarks.Macro.PokeApiBenchmarks.WhenAll";
    private static readonly FetchDigest s_one = new(15, 100, "one"), s_other = new(15, 100, "other");

    private readonly ScratchFolder _notes = new(), _results = new();
    private readonly RunFolder _run;

    public CaseSaverTests() => _run = RunFolder.Begin(_results.Path, Samples.Run());

    public void Dispose()
    {
        _run.Dispose();
        _results.Dispose();
        _notes.Dispose();
    }

    [Theory]
    [InlineData(Micro)]
    [InlineData(Macro)]
    public void A_case_that_another_build_measured_is_refused(string name)
    {
        Leave(11, s_one, build: "0123456789abcdef");
        Assert.Contains("built from different source (0123456789abcdef) than its host", Refused(name, 11), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Micro)]
    [InlineData(Macro)]
    public void A_case_whose_process_left_no_note_is_refused(string name) =>
        Assert.Contains("wrote no report of its build", Refused(name, 11), StringComparison.Ordinal);

    [Theory]
    [InlineData(Micro)]
    [InlineData(Macro)]
    public void So_is_one_where_a_single_launch_left_none(string name)
    {
        Leave(11, s_one);
        Leave(13, s_one);
        Assert.Contains("wrote no report of its build", Refused(name, 11, 12, 13), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_fetches_must_note_what_it_fetched()
    {
        Leave(11, digest: null);
        Assert.Contains("did not report what it fetched", Refused(Macro, 11), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_does_not_needs_only_its_build()
    {
        Leave(11, digest: null);
        Leave(12, digest: null); // for example the extra run of a diagnoser, which is not a launch
        Assert.Null(Assert.Single(Saved(Micro, 11)).Digest);
        Assert.Empty(Directory.EnumerateFiles(_notes.Path));
    }

    [Fact]
    public void A_note_goes_to_the_launch_of_its_own_process()
    {
        Leave(11, s_other);
        Leave(12, s_one);
        Assert.Equal(
            [(1, s_one.ToString()), (2, s_other.ToString())],
            Saved(Macro, 12, 11).Select(one => (one.Launch, one.Digest!)));
    }

    [Fact]
    public void In_process_a_case_that_fetches_leaves_one_and_another_none()
    {
        Assert.Null(Assert.Single(Saved(Micro, (int?)null)).Digest);
        Assert.Contains("wrote no report", Refused(Macro, (int?)null), StringComparison.Ordinal);

        Leave(Environment.ProcessId, s_one);
        Assert.Equal(s_one.ToString(), Saved(Macro, (int?)null)[^1].Digest);
    }

    private void Leave(int process, FetchDigest? digest, string? build = null) =>
        new ChildReport(process, build ?? SourceHash.OfThisBuild, 0, digest).Save(_notes.Path);

    private string Refused(string name, params int?[] process)
    {
        int before = _run.Record.Cases.Count;
        CaseSaver saver = End(name, process);
        Assert.Equal(before, _run.Record.Cases.Count);
        return Assert.Single(saver.Failed);
    }

    private IReadOnlyList<CaseRecord> Saved(string name, params int?[] process)
    {
        Assert.Empty(End(name, process).Failed);
        return _run.Record.Cases;
    }

    private CaseSaver End(string name, int?[] processes)
    {
        var settings = new SuiteSettings { Profile = Profile.Smoke, ChildReports = _notes.Path };
        RunPlan plan = InProcessMeasurement.Plan(settings, [name]);
        var saver = new CaseSaver(_run, settings, new RunProgress(plan, new PlainRunDisplay(TextWriter.Null)), watchCold: false);
        BenchmarkCase benchmark = Assert.Single(plan.Cases);
        saver.OnStartRunBenchmark(benchmark);
        saver.OnEndRunBenchmark(benchmark, Report(benchmark, processes));
        return saver;
    }

    private static BenchmarkReport Report(BenchmarkCase benchmark, int?[] processes)
    {
        var generated = GenerateResult.Success(ArtifactsPaths.Empty, []);
        return new BenchmarkReport(
            success: true,
            benchmark,
            generated,
            BuildResult.Success(generated),
            [.. processes.Select((process, i) => Launch(process, i + 1))],
            []);
    }

    private static ExecuteResult Launch(int? process, int index) =>
        new(foundExecutable: true, exitCode: 0, process, ["WorkloadResult  1: 1 op, 1000000.00 ns, 1.0000 ms/op"], [], [],
            process is null ? 0 : index);
}
