using BenchGate.Builds;
using BenchGate.Errors;
using BenchGate.Processes;
using Fixtures.Latency;
using Fixtures.Server;
using FsCheck;
using FsCheck.Fluent;
using Results.Records;

namespace Tests.Trials.Fuzz;

/// <summary>Bad input, seeded: a response or one clear line. About 12 s; <c>.ci/reliability</c> tries thousands.</summary>
public sealed class FuzzTests
{
    internal const int Seed = 20_261_122;

    [Fact]
    public void A_scenario_file_is_read_or_refused() =>
        Hold(1000, (random, _) => FuzzFiles.Scenario(Mutation.Json(random, FuzzSamples.Scenario)));

    [Fact]
    public void A_run_is_read_and_drawn_or_refused() =>
        Hold(600, (random, i) => FuzzFiles.Run(Mutation.Json(random, FuzzSamples.Run), draw: i % 10 == 0));

    [Fact]
    public void A_line_of_a_history_is_read_or_skipped() =>
        Hold(600, (random, _) => FuzzFiles.History(Mutation.Json(random, FuzzSamples.HistoryLine)));

    [Theory]
    [InlineData("""{ "\ud800": 1 }""")]
    [InlineData("""{ "schema": 2, "\ud800": 1 }""")]
    [InlineData("""{ "schema": 2, "machine": "\ud800", "title": "\ud800" }""")]
    public void Half_a_surrogate_pair_is_read_or_refused(string text)
    {
        Assert.Null(FuzzFiles.Scenario(text));
        Assert.Null(FuzzFiles.Run(text, draw: true));
        Assert.Null(FuzzFiles.History(text));
    }

    [Fact]
    public void Any_text_at_all_is_read_or_refused() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<string>(),
            text => (FuzzFiles.Scenario(text ?? "")
                ?? FuzzFiles.Run(text ?? "", draw: false) ?? FuzzFiles.History((text ?? "").ReplaceLineEndings(" "))) is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(Seed, 1).WithQuietOnSuccess(true));

    [Fact]
    public async Task A_request_is_answered_in_HTTP_or_hung_up_on_and_others_are_served_all_the_same()
    {
        using var clock = new LatencyClock();
        await using FixtureServer server = await FixtureServer.StartAsync(FuzzTrials.Served, clock);
        var fuzz = new FuzzServer(server);
        var random = new Random(Seed);
        for (int i = 0; i < 400; i++)
            Assert.Null(await fuzz.TryAsync(random));
        Assert.Null(await fuzz.HalfOpenAsync(100));
        Assert.Null(await fuzz.PipelineAsync(200));
    }

    [Fact]
    public async Task Through_the_program_it_is_the_same()
    {
        var random = new Random(Seed);
        for (int i = 0; i < 12; i++)
            Assert.Null(await FuzzProgram.TryAsync(random));
    }

    [Fact]
    public void The_good_inputs_are_accepted()
    {
        Assert.Null(FuzzFiles.Scenario(FuzzSamples.Scenario));
        Assert.Null(FuzzFiles.Run(FuzzSamples.Run, draw: true));
        Assert.Null(FuzzFiles.History(FuzzSamples.HistoryLine));
    }

    [Theory]
    [InlineData("an error\n   at Some.Method()")]
    [InlineData("System.FormatException: no number")]
    [InlineData("")]
    [InlineData("two\nlines")]
    public void What_is_no_clear_line_counts_as_a_failure(string message)
    {
        Assert.NotNull(Answer.FaultOf(() => throw new RecordException(message)));
        Assert.NotNull(Answer.Fault(exit: 2, message));
    }

    [Fact]
    public void A_stray_error_or_a_wrong_exit_counts_as_a_failure()
    {
        Assert.NotNull(Answer.FaultOf(() => throw new FormatException("one line")));
        Assert.NotNull(Answer.Fault(exit: 134, "one line"));
        Assert.NotNull(Answer.Fault(exit: 0, "one line"));
        Assert.Null(Answer.Fault(exit: 2, "error: one line\n"));
        Assert.NotNull(Answer.Fault(exit: 70, "bug: one line\n", 0, 1, 3));
    }

    /// <summary>The current messages, so that this test notices a change.</summary>
    [Fact]
    public void An_input_that_only_a_lock_stopped_was_accepted()
    {
        using var scratch = new ScratchFolder();
        using FileStream results = RunFolder.Claim(scratch.Path);
        using var builds = BuildCache.Claim(scratch.Path);
        foreach (string said in (string[])[Assert.Throws<RecordException>(
            () => RunFolder.Claim(scratch.Path)).Message, Assert.Throws<UsageException>(() => BuildCache.Claim(scratch.Path)).Message])
        {
            Assert.Contains("was accepted", Answer.Fault(exit: 2, "error: " + said), StringComparison.Ordinal);
            Assert.Contains(
                "was accepted", FuzzCommands.Fault(["run", "--profile", "smoke"], exit: 2, "error: " + said), StringComparison.Ordinal);
        }
    }

    private static void Hold(int count, Func<Random, int, string?> attempt)
    {
        var random = new Random(Seed);
        string?[] faults = [.. Enumerable.Range(0, count).Select(i => attempt(random, i))];
        Assert.True(Array.TrueForAll(faults, fault => fault is null), string.Join("\n\n", faults.OfType<string>().Take(5)));
    }
}
