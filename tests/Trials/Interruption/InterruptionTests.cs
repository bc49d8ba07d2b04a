using System.Diagnostics;
using BenchGate.Processes;
using Benchmarks.Processes;
using Tests.Trials.Programs;

namespace Tests.Trials.Interruption;

/// <summary>
/// Interrupts the program like a person, a CI job or the system. Five runs of about 4 s; <c>.ci/reliability</c> does many more.
/// </summary>
public sealed class InterruptionTests
{
    // Ten times the promised time, because the machine may be busy with other tests.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(Signal.Interrupt, 2, 20)]
    [InlineData(Signal.Terminate, 3, 0)]
    [InlineData(Signal.Kill, 3, 5)]
    public async Task A_run_that_is_interrupted_keeps_what_it_measured_and_can_be_gone_on_with(Signal signal, int cases, int thenMs)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");

        InterruptionOutcome outcome = await new InterruptionTrial(signal, cases, TimeSpan.FromMilliseconds(thenMs), Builds: false).RunAsync(
            s_patience, resume: signal != Signal.Terminate);

        Assert.True(outcome is { Good: true, TooLate: false }, $"{outcome}");
    }

    [Theory]
    [InlineData(Signal.Interrupt)]
    [InlineData(Signal.HangUp)]
    public async Task A_program_on_trial_heeds_a_signal_that_whoever_started_the_trials_ignores(Signal signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and env");

        ProcessStartInfo sleep = TrialStart.Heeding(new ProcessStartInfo("sleep", ["60"]));
        using Process ignoring =
            Process.Start(new ProcessStartInfo("sh", ["-c", "trap '' INT HUP; exec \"$@\"", "sh", sleep.FileName, .. sleep.ArgumentList])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            })!;
        await Server.Eventually.IsTrueAsync(
            () => File.ReadAllText($"/proc/{ignoring.Id}/comm").Trim() == "sleep", "the shell and env have become the program");
        ignoring.Send(signal);
        await ignoring.WaitForExitAsync();

        Assert.Equal((signal.ExitCode(), ""), (ignoring.ExitCode, await ignoring.StandardError.ReadToEndAsync()));
    }

    [Theory]
    [Trait("Length", "Long")]
    [InlineData(Signal.Interrupt)]
    [InlineData(Signal.Kill)]
    [InlineData(Signal.Terminate)]
    public async Task Compilers_that_BenchmarkDotNet_started_end_with_the_run(Signal signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");

        using var scratch = new ScratchFolder();
        ProcessStartInfo start = ThisSuite.Start("run", "--profile", "smoke", "--output", scratch.Path);
        string temp = Directory.CreateDirectory(Path.Combine(scratch.Path, "temp")).FullName;
        start.Environment["TMPDIR"] = temp;
        using var program = TrialProgram.Start(start);
        await program.PrintsAsync(1, _ => true);
        await Server.Eventually.IsTrueAsync(() => program.Family.Find().Count > 2, "beside the run and its guard, a build goes on");

        program.Send(signal);

        Assert.Equal(signal.ExitCode(), (await program.EndAsync(s_patience))?.Exit);
        await Server.Eventually.IsTrueAsync(() => program.Family.Find().Count == 0, "nothing is left of it");
        await Server.Eventually.IsTrueAsync(
            () => !Scratch(temp).Any() && !Scratch(AppContext.BaseDirectory).Any(OwnerMark.IsAbandoned),
            "its guard, or itself, has cleared its files and what BenchmarkDotNet was building");
    }

    private static IEnumerable<string> Scratch(string folder) => Directory.EnumerateDirectories(folder, "bench-*");

    [Fact]
    public void Many_trials_hold_every_signal_with_and_without_children_and_the_same_seed_gives_the_same()
    {
        InterruptionTrial[] trials = [.. InterruptionTrials.Draw(40, seed: 7)];

        Assert.Equal(trials, InterruptionTrials.Draw(40, seed: 7));
        Assert.Equal(Enum.GetValues<Signal>().Order(), trials.Select(trial => trial.Signal).Distinct().Order());
        Assert.Equal(5, trials.Count(trial => trial.Builds));
        Assert.All(trials, trial => Assert.InRange(trial.Cases, 0, 7));
    }
}
