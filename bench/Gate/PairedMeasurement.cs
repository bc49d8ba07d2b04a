using System.Diagnostics;
using System.Globalization;
using Benchmarks.Errors;
using Results.Gate;
using Results.Records;

namespace Benchmarks.Gate;

/// <summary>Measures both sides by turns, and saves after each pair: an interruption keeps what was measured.</summary>
/// <param name="plan">What is measured.</param>
/// <param name="sides">Base and head, not yet serving.</param>
/// <param name="file">Where the run is kept: gate-run.json.</param>
/// <param name="output">Told of the estimate and of the progress.</param>
internal sealed class PairedMeasurement(GatePlan plan, (RunningSide Base, RunningSide Head) sides, string file, TextWriter output)
{
    /// <exception cref="GateException">A side failed; the file holds the pairs before.</exception>
    /// <exception cref="InterruptedException">It was stopped; the file holds the pairs before.</exception>
    public async Task<GateRun> RunAsync(GateRun start, CancellationToken stop)
    {
        string[] common = [.. start.Head.Planned.Intersect(start.Base.Planned, StringComparer.Ordinal)];
        // saved at once: a folder that cannot be written is found before anything is measured
        if (Save(start with { Complete = common.Length == 0 }).Complete)
            return start with { Complete = true };

        string[] scenarios = [.. start.Cases.Where(one => common.Contains(one.Case)).Select(one => one.Scenario).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
        await sides.Base.ServeAsync(scenarios, stop);
        await sides.Head.ServeAsync(scenarios, stop);
        int pairs = await EstimateAsync(common, stop);

        GateRun run = start with { PlannedPairs = pairs };
        if (pairs < plan.Pairs)
            run = run with { Warnings = [.. run.Warnings, Short(pairs, common.Length)] };
        IReadOnlyList<bool> order = PairOrder.Draw(pairs, new Random(plan.Seed));
        long begun = Stopwatch.GetTimestamp();
        int done = 0;
        try
        {
            while (done < pairs && (done == 0 || Stopwatch.GetElapsedTime(begun) < plan.Budget))
            {
                run = Save(Join(run, await PairAsync($"{done + 1}", order[done], common, stop)));
                await output.WriteLineAsync($"pair {++done} of {pairs}");
            }
        }
        catch (Exception stopped) when (stop.IsCancellationRequested) // anything: the same Ctrl-C may have ended a server, and a launch failed for it
        {
            throw new InterruptedException($"{file} keeps {done} of {pairs} pairs, marked incomplete; no verdict was given.", new OperationCanceledException(stopped.Message, stopped, stop));
        }

        // The clock ended it, not what was measured, so the pairs that there are can be judged.
        return Save(done == pairs ? run with { Complete = true } : run with { Complete = true, PlannedPairs = done, Warnings = [.. run.Warnings, Short(done, common.Length)] });
    }

    /// <summary>
    /// One launch of each side, which is thrown away: it fills the disk's cache and the servers compile their code, and it tells the time
    /// of a pair.
    /// </summary>
    private async Task<int> EstimateAsync(string[] cases, CancellationToken stop)
    {
        long begun = Stopwatch.GetTimestamp();
        await sides.Base.MeasureAsync(cases, stop);
        await sides.Head.MeasureAsync(cases, stop);
        TimeSpan pair = Stopwatch.GetElapsedTime(begun);
        int pairs = plan.PairsWithin(pair);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{cases.Length} cases, {pairs} pairs of launches, {pair.TotalSeconds:F1} s each: about {pair.TotalSeconds * pairs:F0} s. {Sight(pairs, cases.Length)}"));
        return pairs;
    }

    private string Short(int pairs, int cases) =>
        $"The budget of {plan.Budget.TotalSeconds:F0} s had room for {pairs} of {plan.Pairs} pairs; a longer --budget lets smaller changes be seen. {Sight(pairs, cases)}";

    private string Sight(int pairs, int cases) => DetectableChange.Of(pairs, cases, plan.Rules) is { } visible
        ? string.Create(CultureInfo.InvariantCulture, $"On a usual machine it finds changes from {visible * 100:F0} %.")
        : $"So few pairs can show no change, however large: {cases} cases need at least {SmallestPairs.For(cases, plan.Rules)}.";

    private async Task<(string Id, bool HeadFirst, MeasuredLaunch Base, MeasuredLaunch Head)> PairAsync(string id, bool headFirst, string[] cases, CancellationToken stop)
    {
        MeasuredLaunch first = await (headFirst ? sides.Head : sides.Base).MeasureAsync(cases, stop);
        MeasuredLaunch second = await (headFirst ? sides.Base : sides.Head).MeasureAsync(cases, stop);
        return headFirst ? (id, headFirst, second, first) : (id, headFirst, first, second);
    }

    private static GateRun Join(GateRun run, (string Id, bool HeadFirst, MeasuredLaunch Base, MeasuredLaunch Head) pair) => run with
    {
        Cases = [.. run.Cases.Select(one => Launch(pair.Base, one.Case) is { } before && Launch(pair.Head, one.Case) is { } after
            ? one with { Pairs = [.. one.Pairs, new GatePair(pair.Id, pair.HeadFirst, before, after)] }
            : one)],
    };

    private static GateLaunch? Launch(MeasuredLaunch launch, string id) =>
        launch.Cases.FirstOrDefault(one => one.Case == id) is { } measured ? new GateLaunch(measured.IterationsNs, measured.AllocatedBytes) : null;

    private GateRun Save(GateRun run)
    {
        GateRunFile.Save(run, file);
        return run;
    }
}
