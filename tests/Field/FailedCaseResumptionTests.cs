using BenchGate.Errors;
using Results.Records;
using Tests.Cli;
using Tests.Measurement;
using Tests.Pages;

namespace Tests.Field;

/// <summary><c>--resume</c> measures again what failed: a case without a measurement is missing, also in a complete run.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class FailedCaseResumptionTests : IDisposable
{
    private static readonly CaseRecord s_a = Samples.Micro("A", 1), s_b = Samples.Micro("B", 2);
    private readonly ProcessStateScope _scope = new();
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("resume-");

    private RunLayout Latest => RunLayout.Latest(_root.FullName);

    public void Dispose()
    {
        _scope.Dispose();
        _root.Delete(recursive: true);
    }

    [Fact]
    public void A_run_whose_cases_all_failed_is_resumed_without_a_word_about_hours_between_them()
    {
        RunRecord start = Start(rounds: 2);
        using (var failed = RunFolder.Begin(_root.FullName, start))
            failed.Complete();

        using var resumed = RunFolder.Resume(_root.FullName, start);

        Assert.False(resumed.Record.Complete);
        Assert.Equal(start.Planned, Resumption.NotMeasured(resumed.Record));
        Assert.Empty(resumed.Record.Warnings);
    }

    [Fact]
    public void A_case_that_failed_in_a_later_round_is_measured_again_and_no_longer_warned_of()
    {
        RunRecord start = Start(rounds: 2);
        using (var part = RunFolder.Begin(_root.FullName, start))
        {
            part.SaveCase(s_a, s_a with { Launch = 2 }, s_b);
            part.Warn(s_b.Case + Resumption.FailedInRound + "2, so its row has only the earlier rounds.");
            part.Warn("Another warning.");
            part.Complete();
        }

        using var resumed = RunFolder.Resume(_root.FullName, start);

        Assert.Equal([s_b.Case], Resumption.NotMeasured(resumed.Record));
        Assert.Equal(["Another warning.", Resumption.Warning], resumed.Record.Warnings);
    }

    [Fact]
    public void A_record_without_an_iteration_is_no_measurement()
    {
        RunRecord start = Start(rounds: 1);
        using (var part = RunFolder.Begin(_root.FullName, start))
        {
            part.SaveCase(s_a, s_b with { IterationsNs = [] });
            part.Complete();
        }

        using var resumed = RunFolder.Resume(_root.FullName, start);

        Assert.Equal(s_a.Case, Assert.Single(resumed.Record.Cases).Case);
        Assert.Equal([s_b.Case], Resumption.NotMeasured(resumed.Record));
    }

    [Fact]
    public void A_run_with_every_round_of_every_case_has_nothing_left()
    {
        RunRecord start = Start(rounds: 1);
        using (var whole = RunFolder.Begin(_root.FullName, start))
        {
            whole.SaveCase(s_a, s_b);
            whole.Complete();
        }

        Assert.Contains(
            "the run is complete",
            Assert.Throws<RecordException>(() => RunFolder.Resume(_root.FullName, start)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_says_what_it_measures_again()
    {
        string[] run =
        [
            "run", "--profile", "smoke", "--hosting", "in-process", "--inProcess", "--scenario", "baidu", "--strategies", "when-all",
            "--output", _root.FullName,
        ];
        Assert.Equal(ExitCodes.Ok, (await Typed.RunAsync(run)).Exit);
        RunRecordFile.Save(RunRecordFile.Load(Latest.RunJson) with { Cases = [] }, Latest.RunJson); // as if the case had failed

        Typed resumed = await Typed.RunAsync([.. run, "--resume"]);

        Assert.Equal((ExitCodes.Ok, ""), (resumed.Exit, resumed.Error));
        Assert.Contains("Resuming: 0 of 1 cases are measured in every round; 1 are measured now", resumed.Output, StringComparison.Ordinal);
        Assert.Single(RunRecordFile.Load(Latest.RunJson).Cases);
    }

    private static RunRecord Start(int rounds) => Samples.Run(s_a, s_b) with
    {
        Complete = false,
        Cases = [],
        Rounds = new RoundsRecord(rounds, 1),
    };
}
