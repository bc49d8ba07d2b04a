using BenchGate.Cli;
using BenchGate.Processes;
using Tests.Progress;
using Tests.Trials.Programs;

namespace Tests.Field;

/// <summary>A signal that comes twice at once, as GNU <c>timeout</c> sends it, is not impatience.</summary>
public sealed class SignalTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Only_a_signal_a_second_after_the_first_one_kills()
    {
        var time = new ManualTime();
        time.Pass(TimeSpan.FromHours(1));
        var signals = new HeardSignals(time);

        Assert.Equal(SignalMeaning.End, signals.Hear());
        Assert.Equal(SignalMeaning.Again, signals.Hear());
        time.Pass(TimeSpan.FromMilliseconds(999));
        Assert.Equal(SignalMeaning.Again, signals.Hear());
        time.Pass(TimeSpan.FromMilliseconds(1)); // from the first, not from the last
        Assert.Equal(SignalMeaning.Kill, signals.Hear());
    }

    [Theory]
    [InlineData(Signal.Interrupt)]
    [InlineData(Signal.Terminate)]
    public async Task A_program_that_gets_it_twice_ends_as_if_it_had_got_it_once(Signal signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        using var scratch = new ScratchFolder();
        // It does not look at its token, so it needs the whole grace of 1.5 s to end.
        using var program = TrialProgram.Start("check", "--output", scratch.Path);
        await program.PrintsAsync(1, line => line.StartsWith("Checking", StringComparison.Ordinal));

        program.Send(signal);
        await Task.Delay(20, TestContext.Current.CancellationToken); // two equal signals that wait at the same time are one
        program.Send(signal);

        (int exit, string error) = await program.EndAsync(s_patience) ?? throw new TimeoutException("it does not end");
        Assert.Equal(signal.ExitCode(), exit);
        Assert.Matches("^interrupted: .*\n$", error);
        Assert.Equal(0, await program.OrphansAsync(s_patience));
    }
}
