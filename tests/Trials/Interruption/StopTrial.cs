using BenchGate.Processes;
using Tests.Trials.Programs;

namespace Tests.Trials.Interruption;

/// <summary>Stops a verb other than <c>run</c> while its child processes run, and checks what it left.</summary>
/// <param name="Signal">What ends it.</param>
/// <param name="Line">The signal is sent after a line with this beginning; empty waits for no line …</param>
/// <param name="Then">… and after this additional time.</param>
/// <param name="Arguments">The verb and its options, without --output.</param>
public sealed record StopTrial(Signal Signal, string Line, TimeSpan Then, params string[] Arguments)
{
    /// <summary>
    /// Each verb that starts programs, with each of these signals. The gate uses the builds of its cache; the first builds take some
    /// minutes.
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

    /// <param name="patience">The time limit for a started process to end.</param>
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
            RightExit: end?.Exit == Signal.ExitCode()
                && (Signal == Signal.Kill ? said is [] : said is [var only] && only.StartsWith("interrupted: ", StringComparison.Ordinal)),
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
