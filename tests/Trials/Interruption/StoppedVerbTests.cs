using System.Diagnostics;
using BenchGate.Builds;
using BenchGate.Errors;
using BenchGate.Processes;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Tests.Trials.Programs;

namespace Tests.Trials.Interruption;

/// <summary>
/// Stops verbs other than run while their child processes run. About 5 s; <c>.ci/reliability</c> does more of them.
/// </summary>
public sealed class StoppedVerbTests
{
    // Ten times the promised time, because the machine may be busy with other tests.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    public static TheoryData<Signal> Catchable => [Signal.Interrupt, Signal.Terminate, Signal.HangUp];

    [Theory]
    [MemberData(nameof(Catchable))]
    public async Task A_verb_that_keeps_nothing_ends_with_the_signal_s_exit_code_and_one_line(Signal signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");

        InterruptionOutcome outcome = await new StopTrial(signal, "Lesson", TimeSpan.Zero, "lessons", "1", "--check").RunAsync(s_patience);

        Assert.True(outcome.Good, $"{outcome}");
        Assert.Contains("kept", outcome.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Signal.Interrupt)]
    [InlineData(Signal.Terminate)]
    [InlineData(Signal.Kill)]
    public async Task A_gate_that_is_ended_while_it_builds_leaves_no_compiler_and_no_build_that_looks_whole(Signal signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        Assert.SkipUnless((await CheckoutFolder.GitStateAsync(CancellationToken.None)).Commit is not null, "not a git checkout");
        using var scratch = new ScratchFolder();
        (string cache, string temp) =
            (Path.Combine(scratch.Path, "cache"), Directory.CreateDirectory(Path.Combine(scratch.Path, "temp")).FullName);
        ProcessStartInfo start = ThisSuite.Start("gate", "--base", "HEAD", "--output", Path.Combine(scratch.Path, "gate"));
        (start.Environment["XDG_CACHE_HOME"], start.Environment["TMPDIR"]) = (cache, temp);
        using var gate = TrialProgram.Start(start);
        await gate.PrintsAsync(1, line => line.StartsWith("Building", StringComparison.Ordinal));
        if (!gate.Lines.Any(line => line.StartsWith("Building", StringComparison.Ordinal)))
            Assert.Fail($"it ended before it built: {await gate.EndAsync(s_patience)}");
        await Server.Eventually.IsTrueAsync(() => gate.Family.Find().Count > 2, "beside the gate and its guard, git or a build goes on");

        gate.Send(signal);

        (int exit, string error) = await gate.EndAsync(s_patience) ?? throw new TimeoutException("it does not end");
        Assert.Equal(signal.ExitCode(), exit);
        Assert.Matches(signal == Signal.Kill ? "^$" : "^interrupted: .* kept.*\n$", error);
        Assert.Equal(0, await gate.OrphansAsync(s_patience));
        Assert.Empty(Directory.EnumerateFiles(cache, ".built", SearchOption.AllDirectories));
        BuildCache.Claim(Path.Combine(cache, "async-benchmarks", "gate")).Dispose();
        Assert.Empty(Directory.EnumerateDirectories(temp, "bench-*"));
    }

    [Fact]
    public async Task A_server_whose_end_is_asked_for_has_done_its_work()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        using var server = TrialProgram.Start("serve", "--scenario", "baidu");
        await server.PrintsAsync(1, line => line.StartsWith("Try", StringComparison.Ordinal));

        server.Send(Signal.Terminate);

        Assert.Equal((ExitCodes.Ok, ""), await server.EndAsync(s_patience));
    }
}
