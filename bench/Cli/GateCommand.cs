using System.CommandLine;
using BenchGate.Builds;
using BenchGate.Cli;
using BenchGate.Errors;
using BenchGate.Processes;
using Benchmarks.Gate;
using Benchmarks.Measurement;
using Results.Gate;
using Results.Pages.Gate;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary>
/// <c>gate</c>: finds out whether the code became slower. It measures two versions in turns, or compares stored runs.
/// </summary>
internal static class GateCommand
{
    public static Command Create()
    {
        var options = new GateOptions();
        var reference = new GateReference();
        var command = new Command("gate", "Find out whether the code became slower. "
            + "Exit code 0 if no regression was shown, 1 for a regression, a missing case or a failure while measuring, "
            + "2 if the input cannot be used and nothing was measured, 3 if nothing can be compared, "
            + "70 for a bug of the suite, 128 + the signal if it was interrupted.");
        foreach (Option option in (Option[])[.. options.All, .. reference.All])
            command.Add(option);
        command.SetAction((parsed, stop) =>
        {
            (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            // Who names a folder wants the results there, and nothing elsewhere.
            bool beside = parsed.GetValue(options.Output) is null;
            (string?, string?) mode = (parsed.GetValue(options.Base), parsed.GetValue(reference.Reference));
            StrayOptions.Refuse(parsed, mode switch
            {
                (not null, null) => ("with --base", [.. reference.OfReference]),
                (null, not null) => ("with --reference", [.. options.OfMeasuring]),
                _ => ("", (Option[])[]),
            });
            return mode switch
            {
                ({ } name, null) =>
                    StoppedAsync(() => MeasureAsync(name, options.Plan(parsed), options.Folder(parsed), beside, output, error, stop), stop),
                (null, not null) => Task.FromResult(reference.Execute(parsed, options.Rules(parsed), options.Folder(parsed), beside)),
                _ => throw new UsageException("gate needs one of: --base REF (measure in turns), --reference PATH (compare stored runs)."),
            };
        });
        return command;
    }

    private static async Task<int> MeasureAsync(
        string name, GatePlan plan, string folder, bool beside, TextWriter output, TextWriter error, CancellationToken stop)
    {
        // The launches would refuse it, too, but only after the builds.
        _ = CaseCounting.Chosen(plan.Settings, plan.Cases);
        using var guard = OrphanGuard.Begin();
        string root = CheckoutFolder.Root;
        SourceTree before = await SourceTree.OfCommitAsync(root, name, SideBuild.Recipe.Project, stop),
            after = await SourceTree.OfWorkingTreeAsync(root, stop);
        OutputFolder.Require(folder);
        using BuildCache cache = SideBuild.Cache();
        SideBuild was = await SideBuild.BuildAsync(cache, before, root, ExitCodes.NotComparable, output, stop),
            now = await SideBuild.BuildAsync(cache, after, root, ExitCodes.Failed, output, stop);
        GateWriter.Clear(folder);
        GateRun? run = was.Built.Output == now.Built.Output && !plan.MeasureIdentical
            ? null
            : await InterleavedGate.MeasureAsync(plan, was, now, new GateLayout(folder).RunJson, output, stop);
        return await BegunWork.DoAsync(() => Task.FromResult(Finish(
            run is null
                ? IdenticalBuilds.Decide(InterleavedGate.Empty(plan, was, now), was.Built.Output.Files, plan.Pairs.Rules)
                : PairedGate.Decide(run, plan.Pairs.Rules),
            now, folder, beside, output, error)));
    }

    private static int Finish(
        GateDecision decision, SideBuild head, string folder, bool beside, TextWriter output, TextWriter error)
    {
        var latest = RunLayout.Latest(CheckoutFolder.Results);
        RunLayout? judged = beside && IsOf(latest, head.SourceHash) ? latest : null;
        return GateAnswer.Finish(decision, folder, judged, output, error);
    }

    /// <summary>Whether a folder holds a run of that source. A run that cannot be read must not change the verdict.</summary>
    private static bool IsOf(RunLayout layout, string sourceHash)
    {
        try
        {
            return File.Exists(layout.RunJson) && RunRecordFile.Load(layout.RunJson).Source.SourceHash == sourceHash;
        }
        catch (RecordException)
        {
            return false;
        }
    }

    /// <summary>Prints a different message if the gate is stopped before its first pair.</summary>
    private static async Task<int> StoppedAsync(Func<Task<int>> gate, CancellationToken stop)
    {
        try
        {
            return await gate();
        }
        catch (OperationCanceledException stopped) when (stop.IsCancellationRequested && stopped is not InterruptedException)
        {
            throw new InterruptedException("nothing was measured yet; finished builds are kept for the next gate.", stopped);
        }
    }
}
