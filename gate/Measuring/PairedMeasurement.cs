using System.Diagnostics;
using System.Globalization;
using BenchGate.Errors;
using BenchGate.Launchers;
using Results.Gate;
using Results.Records;

namespace BenchGate.Measuring;

/// <summary>Measures both sides in turns, and saves after each pair, so that an interruption keeps the measured pairs.</summary>
/// <param name="plan">How many pairs.</param>
/// <param name="sides">How base and head are launched.</param>
/// <param name="file">The file of the run, gate-run.json.</param>
/// <param name="output">Gets the estimate and the progress.</param>
internal sealed class PairedMeasurement(PairPlan plan, (ILauncher Base, ILauncher Head) sides, string file, TextWriter output)
{
    private readonly MeasuredPair _pair = new(sides);

    /// <param name="start">The run before its first pair, or one that was interrupted, with its pairs.</param>
    /// <exception cref="GateException">A side failed; the file keeps the earlier pairs.</exception>
    /// <exception cref="InterruptedException">It was stopped; the file keeps the earlier pairs.</exception>
    public async Task<GateRun> RunAsync(GateRun start, CancellationToken stop)
    {
        string[] common = [.. start.Head.Planned.Intersect(start.Base.Planned, StringComparer.Ordinal)];
        // save first, so that an unwritable folder fails before anything is measured
        if (Save(start with { Complete = common.Length == 0 }).Complete)
            return start with { Complete = true };

        int done = Kept(start, common);
        int[] looks = await EstimateAsync(common, done > 0 ? start.PlannedPairs : null, stop);
        int pairs = looks[^1];

        GateRun run = start with { PlannedPairs = pairs };
        // a run that goes on has said it already
        if (done == 0 && pairs < plan.Pairs)
            run = run with { Warnings = [.. run.Warnings, Short(pairs, common.Length)] };
        IReadOnlyList<bool> order = PairOrder.Draw(pairs, new Random(start.Seed));
        long begun = Stopwatch.GetTimestamp();
        int first = done;
        string? why = null;
        try
        {
            while (done < pairs && why is null && (done == first || Stopwatch.GetElapsedTime(begun) < plan.Budget))
            {
                run = Save(Join(run, await _pair.RunAsync($"{done + 1}", order[done], common, stop)));
                await output.WriteLineAsync($"pair {++done} of {Most(looks)}");
                why = done < pairs && looks.Contains(done) ? PairedGate.WhyStop(run, plan.Rules) : null;
            }
        }
        // any exception: the same Ctrl-C may have ended a server, so a launch failed
        catch (Exception stopped) when (stop.IsCancellationRequested)
        {
            throw new InterruptedException(
                $"{file} keeps {done} of {pairs} pairs, marked incomplete; there is no verdict.",
                new OperationCanceledException(stopped.Message, stopped, stop));
        }

        if (why is not null)
            await output.WriteLineAsync($"stopped after {done} pairs: {why}");
        // If the budget ended the measurement, the measured pairs can still be judged.
        return Save(done == pairs || why is not null
            ? run with { Complete = true }
            : run with { Complete = true, Warnings = [.. run.Warnings, Short(done, common.Length)] });
    }

    /// <summary>The pairs of an interrupted run that hold every case.</summary>
    private static int Kept(GateRun start, string[] common) =>
        start.Cases.Where(one => common.Contains(one.Case)).Min(one => one.Pairs.Count);

    /// <summary>
    /// Launches each side once and discards the result. This fills the disk cache, lets the servers compile their code, and shows the time
    /// of a pair.
    /// </summary>
    /// <param name="planned">The pairs of a run that goes on: it keeps its plan. Null for a new one.</param>
    /// <returns>The numbers of pairs after which it may stop; the last is the largest.</returns>
    private async Task<int[]> EstimateAsync(string[] cases, int? planned, CancellationToken stop)
    {
        long begun = Stopwatch.GetTimestamp();
        _ = await _pair.RunAsync("discarded", headFirst: false, cases, stop);
        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        int pairs = planned ?? plan.PairsWithin(TimeSpan.FromSeconds(seconds));
        int[] looks = [.. Looks.Of(pairs, plan.Rules).Select(look => look.Pairs)];
        string shortest = looks.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"{looks[0] * seconds:F0} s to ") : "";
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{cases.Length} cases, {Most(looks)} pairs of launches, {seconds:F1} s each: about {shortest}{pairs * seconds:F0} s. ")
            + Sight(pairs, cases.Length));
        return looks;
    }

    private static string Most(int[] looks) => looks.Length > 1 ? $"at most {looks[^1]}" : $"{looks[^1]}";

    private string Short(int pairs, int cases) =>
        $"Only {pairs} of {plan.Pairs} pairs fitted into the budget of {plan.Budget.TotalSeconds:F0} s; "
            + $"with a longer --budget the gate finds smaller changes. {Sight(pairs, cases)}";

    private string Sight(int pairs, int cases) => DetectableChange.Of(pairs, cases, plan.Rules) is { } visible
        ? string.Create(CultureInfo.InvariantCulture, $"On a usual machine it finds changes from {visible * 100:F0} %.")
        : "With so few pairs no change can be shown, not even a large one: "
            + $"at least {Looks.Fewest(plan.Rules)} pairs are needed.";

    private static GateRun Join(GateRun run, IReadOnlyDictionary<string, GatePair> pairs) => run with
    {
        Cases =
        [
            .. run.Cases.Select(one => pairs.TryGetValue(one.Case, out GatePair? pair) ? one with { Pairs = [.. one.Pairs, pair] } : one),
        ],
    };

    private GateRun Save(GateRun run)
    {
        GateRunFile.Save(run, file);
        return run;
    }
}
