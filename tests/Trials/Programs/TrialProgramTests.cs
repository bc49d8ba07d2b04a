using System.Diagnostics;

namespace Tests.Trials.Programs;

/// <summary>Tests the trials themselves. About 5 s.</summary>
public sealed class TrialProgramTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_child_that_outlives_the_program_and_holds_its_error_is_an_orphan_and_is_timed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        var patience = TimeSpan.FromSeconds(3);
        using TrialProgram program = Shell("sleep 60 & echo here; wait");
        await program.PrintsAsync(1, line => line == "here");

        ((int Exit, string Error)? end, int orphans, TimeSpan gone) = await program.StopAsync(Signal.Kill, patience);

        Assert.Equal((Signal.Kill.ExitCode(), ""), end);
        Assert.Equal(1, orphans);
        Assert.True(gone >= patience, $"the child was there for {patience}, and gone after {gone}");
    }

    [Fact]
    public async Task What_was_printed_last_is_read_before_it_is_counted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        using TrialProgram program = Shell("trap 'seq 20000; echo last >&2; exit 3' TERM; echo here; while :; do sleep 0.01; done");
        await program.PrintsAsync(1, line => line == "here");

        ((int Exit, string Error)? end, int orphans, TimeSpan _) = await program.StopAsync(Signal.Terminate, s_patience);

        Assert.Equal((3, "last\n"), end);
        Assert.Equal((20_001, 0), (program.Lines.Count, orphans));
    }

    [Theory]
    [InlineData(Signal.Interrupt, "parent child")]
    [InlineData(Signal.HangUp, "parent child")]
    [InlineData(Signal.Terminate, "parent")]
    public async Task A_terminal_s_signal_comes_to_all_that_was_started_and_another_to_the_program_alone(Signal signal, string heard)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and setsid");
        const string wait = "while :; do sleep 0.01; done";
        using TrialProgram program =
            Shell($"env --default-signal=INT sh -c 'trap \"echo child; exit\" INT HUP TERM; echo here; {wait}' & trap 'echo parent; "
                + $"exit' INT HUP TERM; echo here; {wait}");
        await program.PrintsAsync(2, line => line == "here");

        program.Send(signal);
        await program.PrintsAsync(heard.Split(' ').Length, line => line != "here", s_patience);
        await program.OrphansAsync(TimeSpan.Zero);

        Assert.Equal(heard.Split(' ').Order(), program.Lines.Where(line => line != "here").Order());
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended_and_told_by_its_last_line()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");
        using TrialProgram program = Shell("echo Building; sleep 60");

        await program.PrintsAsync(1, line => line == "Building");
        TimeoutException late =
            await Assert.ThrowsAsync<TimeoutException>(() => program.PrintsAsync(1, line => line == "pair 1", TimeSpan.FromSeconds(0.3)));

        Assert.Contains("Building", late.Message, StringComparison.Ordinal);
        Assert.Empty(program.Family.Find());
    }

    private static TrialProgram Shell(string script) => TrialProgram.Start(new ProcessStartInfo("sh", ["-c", script])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    });
}
