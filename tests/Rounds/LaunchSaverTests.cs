using BenchGate.Processes;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Results;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Progress;
using Benchmarks.Rounds;
using Results.Records;
using Tests.Pages;

namespace Tests.Rounds;

/// <summary>A launch is saved only if its process reported that it measured this build.</summary>
public sealed class LaunchSaverTests : IDisposable
{
    private const string Micro = "Benchmarks.Micro.JsonNameBenchmarks.SourceGenerated(Body: Small)";
    private const string Macro = "Benchmarks.Macro.PokeApiBenchmarks.WhenAll";
    private static readonly FetchDigest s_one = new(15, 100, "one"), s_other = new(15, 100, "other");

    private readonly ScratchFolder _notes = new(), _results = new();
    private readonly RunFolder _run;

    public LaunchSaverTests() => _run = RunFolder.Begin(_results.Path, Samples.Run());

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

    [Fact]
    public void A_failed_round_leaves_the_earlier_ones_ends_the_case_and_is_told()
    {
        Leave(11, s_one);
        LaunchSaver saver = Saver(Macro, out BenchmarkCase benchmark);
        Save(saver, benchmark, 11, round: 1);
        Assert.False(saver.HasFailed(Macro));

        Save(saver, benchmark, 12, round: 2);
        Assert.True(saver.HasFailed(Macro));
        Assert.Equal(1, Assert.Single(_run.Record.Cases).Launch);
        Assert.Contains($"{Macro} failed in round 2", Assert.Single(_run.Record.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_launch_is_saved_with_its_round_and_its_start()
    {
        Leave(11, s_one);
        LaunchSaver saver = Saver(Macro, out BenchmarkCase benchmark);
        Save(saver, benchmark, 11, round: 3);
        CaseRecord saved = Assert.Single(_run.Record.Cases);
        Assert.Equal((3, DateTimeOffset.UnixEpoch.AddMinutes(3)), (saved.Launch, saved.StartedAt!.Value));
    }

    [Fact]
    public void Only_the_last_launch_counts_allocations()
    {
        LaunchSaver saver = Saver(Macro, out BenchmarkCase benchmark);
        Leave(11, s_one);
        Save(saver, benchmark, 11, round: 1, last: false);
        Leave(12, s_one);
        Save(saver, benchmark, 12, round: 2);
        Assert.Equal([null, 700.0], _run.Record.Cases.Select(one => one.AllocatedBytes));
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
    public void A_note_of_another_process_is_not_taken()
    {
        Leave(11, s_other);
        Leave(12, s_one);
        Assert.Equal(s_one.ToString(), Assert.Single(Saved(Macro, 12)).Digest);
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

    private string Refused(string name, int? process)
    {
        int before = _run.Record.Cases.Count;
        LaunchSaver saver = End(name, process);
        Assert.Equal(before, _run.Record.Cases.Count);
        return Assert.Single(saver.Failed);
    }

    private IReadOnlyList<CaseRecord> Saved(string name, int? process)
    {
        Assert.Empty(End(name, process).Failed);
        return _run.Record.Cases;
    }

    private LaunchSaver End(string name, int? process)
    {
        LaunchSaver saver = Saver(name, out BenchmarkCase benchmark);
        Save(saver, benchmark, process, round: 1);
        return saver;
    }

    private LaunchSaver Saver(string name, out BenchmarkCase benchmark)
    {
        var settings = new SuiteSettings { Profile = Profile.Smoke, ChildReports = _notes.Path };
        RunPlan plan = InProcessMeasurement.Plan(settings, [name]);
        benchmark = Assert.Single(plan.Cases);
        PlannedLaunch[] launches = [.. Enumerable.Range(1, 3).Select(round => new PlannedLaunch(name, round, Last: round == 3))];
        return new LaunchSaver(_run, settings, new RunProgress(plan, launches, new PlainRunDisplay(TextWriter.Null)), watchCold: false);
    }

    private static void Save(LaunchSaver saver, BenchmarkCase benchmark, int? process, int round, bool last = true)
    {
        var launch = new PlannedLaunch(CaseFromReport.IdOf(benchmark), round, last);
        saver.Start(launch);
        saver.Save(
            launch, benchmark, BuildResult.Success(GenerateResult.Success(ArtifactsPaths.Empty, [])), Launch(process, round),
            DateTimeOffset.UnixEpoch.AddMinutes(round));
    }

    private static ExecuteResult Launch(int? process, int round) => new(
        foundExecutable: true,
        exitCode: 0,
        process,
        ["WorkloadResult  1: 1 op, 1000000.00 ns, 1.0000 ms/op"],
        ["// GC:  0 0 0 700 1"],
        [],
        process is null ? 0 : round);
}
