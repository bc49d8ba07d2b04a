using Benchmarks.Processes;
using Tests.Trials.Programs;

namespace Tests.Trials.Interruption;

/// <summary>Stops a verb other than <c>run</c> while programs that it started are at work, and looks at what is left.</summary>
/// <param name="Signal">What ends it.</param>
/// <param name="Line">It is sent when a line that begins like this was printed; empty waits for none …</param>
/// <param name="Then">… and so much time has gone by since.</param>
/// <param name="Arguments">The verb and its options, but for --output.</param>
public sealed record StopTrial(Signal Signal, string Line, TimeSpan Then, params string[] Arguments)
{
    /// <summary>
    /// Each verb that starts programs of its own, by each of these signals. The gate's builds are those of its cache, or take some minutes
    /// once.
    /// </summary>
    public static IReadOnlyList<StopTrial> All { get; } =
    [
        .. from signal in (Signal[])[Signal.Interrupt, Signal.Terminate, Signal.Kill]
           from verb in (StopTrial[])
           [
               new(signal, "pair 1", TimeSpan.FromMilliseconds(200), "gate", "--base", "HEAD", "--cases", "*Single"),
               new(signal, "Lesson 10", TimeSpan.FromSeconds(6), "lessons", "1", "10", "--check"),
               new(signal, "", TimeSpan.FromSeconds(4), "check", "--limits"),
           ]
           select verb,
    ];

    /// <param name="patience">How long a process that was started may take to go away.</param>
    public async Task<InterruptionOutcome> RunAsync(TimeSpan patience)
    {
        using var scratch = new ScratchFolder();
        using var program = TrialProgram.Start([.. Arguments, "--output", scratch.Path]);
        if (Line.Length > 0)
            await program.PrintsAsync(1, line => line.StartsWith(Line, StringComparison.Ordinal));
        await Task.Delay(Then);
        ((int Exit, string Error)? end, int orphans, TimeSpan gone) = await program.StopAsync(Signal, patience);
        var kept = KeptResults.Of(Arguments[0], scratch.Path, program.Lines);
        string[] said = (end?.Error ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new InterruptionOutcome(
            ToString(),
            RightExit: end?.Exit == Signal.ExitCode() && (Signal == Signal.Kill ? said is [] : said is [var only] && only.StartsWith("interrupted: ", StringComparison.Ordinal)),
            TooLate: false, // its exit code would be wrong
            kept.Told,
            kept.Lost,
            kept.Marked,
            InterruptionTrial.Torn(scratch.Path),
            orphans,
            gone,
            Resumed: true,
            Said: end?.Error ?? "it did not end");
    }

    public override string ToString() => $"{Signal} of '{string.Join(' ', Arguments)}' {Then.TotalMilliseconds:F0} ms after '{Line}'";
}
