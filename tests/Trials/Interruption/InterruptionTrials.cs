using Benchmarks.Instrument.Checks;
using Results.Records;
using Tests.Trials.Programs;

namespace Tests.Trials.Interruption;

/// <summary>
/// Interrupts many runs at seeded moments: Ctrl-C, SIGTERM, a closed terminal and kill -9, before, between and during cases; and then the
/// other verbs that start programs.
/// </summary>
public static class InterruptionTrials
{
    // One in this number of runs builds and starts child processes, as for users. It takes half a minute; the others a few seconds.
    private const int BuildsEvery = 8;
    private const int SmokeCases = 8;

    /// <summary>The time limit for a started process to end.</summary>
    private static readonly TimeSpan s_end = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <param name="count">How many, 1 or more. About 6 s each.</param>
    /// <param name="seed">The same seed gives the same signals and moments.</param>
    /// <param name="output">Gets a line for each.</param>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(int count, int seed, TextWriter output)
    {
        List<InterruptionOutcome> outcomes = [];
        foreach (InterruptionTrial trial in Draw(count, seed))
            await NoteAsync(await trial.RunAsync(s_patience, resume: true), $" {outcomes.Count + 1}/{count}");
        foreach (StopTrial trial in StopTrial.All)
            await NoteAsync(await trial.RunAsync(s_patience), "");
        return Records(outcomes);

        async Task NoteAsync(InterruptionOutcome outcome, string number)
        {
            outcomes.Add(outcome);
            string judged = outcome.Good ? "good" : "BAD ", late = outcome.TooLate ? ", too late" : "";
            await output.WriteLineAsync($"{judged}{number} {outcome.Trial}{late}: {outcome.Said.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>The signals and moments of a seed.</summary>
    public static IEnumerable<InterruptionTrial> Draw(int count, int seed)
    {
        var random = new Random(seed);
        Signal[] signals = Enum.GetValues<Signal>();
        for (int i = 0; i < count; i++)
        {
            bool builds = i % BuildsEvery == BuildsEvery - 1;
            int cases = random.Next(SmokeCases);
            // Before the first case there is the start, and sometimes a build.
            double most = (cases, builds) switch { (0, true) => 20_000, (0, false) => 1_500, (_, true) => 1_500, _ => 150 };
            yield return new InterruptionTrial(
                signals[random.Next(signals.Length)], cases, TimeSpan.FromMilliseconds(random.NextDouble() * most), builds);
        }
    }

    private static IReadOnlyList<CheckRecord> Records(List<InterruptionOutcome> outcomes) =>
    [
        CheckBound.AtLeast(1).Judge("interruptions-tried", outcomes.Count, "runs", "Ask for at least one."),
        // One in eight waits for all cases but the last, which takes about as long as the longest additional time.
        CheckBound.AtMost(outcomes.Count / 4).Judge(
            "interruptions-too-late",
            outcomes.Count(one => one.TooLate),
            "runs",
            "These runs ended by themselves: see whether they heed the signal."),
        CheckBound.AtLeast(1).Judge(
            "interruptions-results-told",
            outcomes.Sum(one => one.ResultsTold),
            "results",
            "No run had told of a result, so none could be lost: let the trials wait longer."),
        None(
            "interruptions-results-lost",
            "results",
            outcomes.Sum(one => one.ResultsLost),
            "See which case, pair or lesson was told before a file had it."),
        None(
            "interruptions-passed-off-as-whole",
            "runs",
            outcomes.Count(one => !one.Marked),
            "Mark what is kept as incomplete until the last of it is there."),
        None("interruptions-torn-files", "files", outcomes.Sum(one => one.TornFiles), "Write that file whole or not at all."),
        None("interruptions-orphans", "processes", outcomes.Sum(one => one.Orphans), "Let that process watch its parent."),
        None(
            "interruptions-wrong-exit",
            "runs",
            outcomes.Count(one => !one.RightExit),
            "An interrupted run ends with 128 + the signal's number."),
        None(
            "interruptions-not-resumed",
            "runs",
            outcomes.Count(one => !one.Resumed),
            "Interrupt a run at that moment by hand and see what --resume says."),
        Slowest(outcomes.Max(one => one.Gone)),
    ];

    private static CheckRecord None(string name, string unit, int found, string remedy) =>
        CheckBound.Exactly(0).Judge(name, found, unit, remedy);

    private static CheckRecord Slowest(TimeSpan gone) =>
        CheckBound.AtMost(s_end.TotalSeconds).Judge(
            "interruptions-last-process-gone",
            gone.TotalSeconds,
            "s",
            "Where nothing else used the machine, find the process that stays and let it watch its parent.");
}
