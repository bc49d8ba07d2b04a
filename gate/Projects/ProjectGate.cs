using BenchGate.Builds;
using BenchGate.Errors;
using BenchGate.Launchers;
using BenchGate.Measuring;
using Results.Gate;
using Results.Pages.Gate;
using Results.Records;

namespace BenchGate.Projects;

/// <summary>Compares the benchmarks of a project's work tree with those of a commit: build both, launch both by turns, decide.</summary>
/// <param name="output">Gets the progress.</param>
internal sealed class ProjectGate(GateRequest request, TextWriter output)
{
    /// <exception cref="UsageException">What was asked for cannot be used; nothing was measured.</exception>
    /// <exception cref="GateException">A side does not build, or does not measure.</exception>
    /// <exception cref="InterruptedException">It was stopped; the pairs before it are kept.</exception>
    public async Task<GateDecision> RunAsync(CancellationToken stop)
    {
        // before the builds, which take longer than to correct what was typed
        GateRun? kept = request.Resume ? KeptRun.Read(new GateLayout(request.Folder).RunJson) : null;
        BenchmarkProject project = await BenchmarkProject.FindAsync(request.Project, request.Framework, stop);
        SourceTree before = await SourceTree.OfCommitAsync(project.Top, request.Base, project.Path, stop),
            after = await SourceTree.OfWorkingTreeAsync(project.Top, stop, except: request.Folder);
        OutputFolder.Require(request.Folder);
        using var cache = BuildCache.Claim(BuildCache.DefaultFolder("bench-gate"));
        var recipe = new BuildRecipe(project.Path, project.Framework);
        BuiltSide was = await cache.BuildAsync(before, project.Top, recipe, ExitCodes.NotComparable, output, stop),
            now = await cache.BuildAsync(after, project.Top, recipe, ExitCodes.Failed, output, stop);
        // An interrupted gate is kept until a new one has its first pair.
        if (!request.Resume)
            GateWriter.Clear(request.Folder);
        return was.Output == now.Output && !request.MeasureIdentical
            ? IdenticalBuilds.Decide(SideRun.Empty(request, was, now), was.Output.Files, request.Plan.Rules)
            : PairedGate.Decide(await MeasureAsync(project, was, now, kept, stop), request.Plan.Rules);
    }

    private async Task<GateRun> MeasureAsync(
        BenchmarkProject project, BuiltSide was, BuiltSide now, GateRun? kept, CancellationToken stop)
    {
        using GeneratedPrograms baseFiles = new(was), headFiles = new(now);
        await output.WriteLineAsync($"Running each benchmark of {was.Source.Name} once …");
        FirstRun baseRun =
            await FirstRun.OfAsync(Program(was), $"the base, {was.Source.Name},", ExitCodes.NotComparable, hooked: null, stop);
        FirstRun headRun = baseRun;
        if (was.Root != now.Root)
        {
            await output.WriteLineAsync($"Running each benchmark of the {now.Source.Name} once …");
            headRun = await FirstRun.OfAsync(Program(now), $"the head, the {now.Source.Name},", ExitCodes.Failed, baseRun.Hooked, stop);
        }

        if (baseRun.Launcher.Cases.Count + headRun.Launcher.Cases.Count == 0)
            throw new UsageException($"--filter is '{string.Join(' ', request.Filter)}', but no benchmark of either side matches it; "
                + "a pattern is compared with the full name, such as '*MyClass*'.");
        GateRun start = SideRun.Start(request, (was, baseRun), (now, headRun));
        string file = new GateLayout(request.Folder).RunJson;
        return await new PairedMeasurement(request.Plan, (baseRun.Launcher, headRun.Launcher), file, output).RunAsync(
            kept is null ? start : KeptRun.Continue(kept, start, file), stop);

        BenchmarkProgram Program(BuiltSide side) => new(
            side.Program,
            Path.GetDirectoryName(Path.Combine(side.Root, project.Path))!,
            Path.Combine(side.Root, ".bench-gate"),
            request.Filter);
    }
}
