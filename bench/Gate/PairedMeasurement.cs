using System.Diagnostics;
using System.Globalization;
using BenchGate.Errors;
using BenchGate.Measuring;
using Results.Gate;
using Results.Records;

namespace Benchmarks.Gate;

/// <summary>Measures both sides in turns, and saves after each pair, so that an interruption keeps the measured pairs.</summary>
/// <param name="plan">What is measured.</param>
/// <param name="sides">Base and head, whose servers are not started yet.</param>
/// <param name="file">The file of the run, gate-run.json.</param>
/// <param name="output">Gets the estimate and the progress.</param>
internal sealed class PairedMeasurement(GatePlan plan, (RunningSide Base, RunningSide Head) sides, string file, TextWriter output)
{
    /// <exception cref="GateException">A side failed; the file keeps the earlier pairs.</exception>
    /// <exception cref="InterruptedException">It was stopped; the file keeps the earlier pairs.</exception>
    public async Task<GateRun> RunAsync(GateRun start, CancellationToken stop)
    {
        string[] common = [.. start.Head.Planned.Intersect(start.Base.Planned, StringComparer.Ordinal)];
        // save first, so that an unwritable folder fails before anything is measured
        if (Save(start with { Complete = common.Length == 0 }).Complete)
            return start with { Complete = true };

        string[] scenarios =
        [
            .. start.Cases.Where(one => common.Contains(one.Case)).Select(one => one.Scenario).Where(id => id.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
        await sides.Base.ServeAsync(scenarios, stop);
        await sides.Head.ServeAsync(scenarios, stop);
        int[] looks = await EstimateAsync(common, stop);
        int pairs = looks[^1];

        GateRun run = start with { PlannedPairs = pairs };
        if (pairs < plan.Pairs)
            run = run with { Warnings = [.. run.Warnings, Short(pairs, common.Length)] };
        IReadOnlyList<bool> order = PairOrder.Draw(pairs, new Random(plan.Seed));
        long begun = Stopwatch.GetTimestamp();
        int done = 0;
        string? why = null;
        try
        {
            while (done < pairs && why is null && (done == 0 || Stopwatch.GetElapsedTime(begun) < plan.Budget))
            {
                run = Save(Join(run, await PairAsync($"{done + 1}", order[done], common, stop)));
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

    /// <summary>
    /// Launches each side once and discards the result. This fills the disk cache, lets the servers compile their code, and shows the time
    /// of a pair.
    /// </summary>
    /// <returns>The numbers of pairs after which it may stop; the last is the largest.</returns>
    private async Task<int[]> EstimateAsync(string[] cases, CancellationToken stop)
    {
        long begun = Stopwatch.GetTimestamp();
        await sides.Base.MeasureAsync(cases, stop);
        await sides.Head.MeasureAsync(cases, stop);
        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        int pairs = plan.PairsWithin(TimeSpan.FromSeconds(seconds));
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

    private async Task<(string Id, bool HeadFirst, MeasuredLaunch Base, MeasuredLaunch Head)> PairAsync(
        string id, bool headFirst, string[] cases, CancellationToken stop)
    {
        (MeasuredLaunch head, MeasuredLaunch before) = await DrawnPair.MeasureAsync(
            headFirst, () => sides.Head.MeasureAsync(cases, stop), () => sides.Base.MeasureAsync(cases, stop));
        return (id, headFirst, before, head);
    }

    private static GateRun Join(GateRun run, (string Id, bool HeadFirst, MeasuredLaunch Base, MeasuredLaunch Head) pair) => run with
    {
        Cases = [.. run.Cases.Select(one => Launch(pair.Base, one.Case) is { } before && Launch(pair.Head, one.Case) is { } after
            ? one with { Pairs = [.. one.Pairs, new GatePair(pair.Id, pair.HeadFirst, before, after)] }
            : one)],
    };

    private static GateLaunch? Launch(MeasuredLaunch launch, string id) =>
        launch.Cases.FirstOrDefault(one => one.Case == id) is { } measured
            ? new GateLaunch(measured.IterationsNs, measured.AllocatedBytes)
            : null;

    private GateRun Save(GateRun run)
    {
        GateRunFile.Save(run, file);
        return run;
    }
}
