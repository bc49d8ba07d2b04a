using BenchGate.Cli;
using BenchGate.Errors;
using BenchGate.Processes;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Instrument.Checks;
using Benchmarks.Instrument.Limits;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Benchmarks.Progress;
using Benchmarks.Rounds;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Results.History;
using Results.Pages;
using Results.Records;
using Results.Summaries;

namespace Benchmarks.Cli;

/// <summary>The verb <c>run</c>: plan, start the servers, measure, save, report.</summary>
internal static class SuiteRun
{
    private const string NoReason = "it gives no reason";

    public static async Task<int> ExecuteAsync(RunOptions options, TextWriter output, TextWriter error)
    {
        var arguments = BenchmarkArguments.Parse(options.Passed, options.Hosting);
        ProcessPriority.AnnounceHost();
        Directory.SetCurrentDirectory(CheckoutFolder.Project);
        if (arguments.OnlyAsk)
            return TypedPlan.Ask(arguments, options.Settings, output);

        using var guard = OrphanGuard.Begin();
        RunPlan plan = TypedPlan.Of(arguments, options.Settings);
        RunObstacle.Refuse(plan);
        bool cold = ColdJob.IsIn(plan);
        PlannedThreads.Require(plan.Cases, plan.Settings);
        if (SystemLimits.Obstacle(Connections(plan, options.Hosting)) is { } obstacle)
            throw new UsageException(obstacle);
        if (!arguments.RunInProcess)
            CheckoutFolder.RequireWritable(AppContext.BaseDirectory);
        IReadOnlyDictionary<string, FetchDigest> digests = PlannedDigests.Of(plan);
        await using FixtureServers? servers = await RunServers.StartAsync(plan, options);
        using var clock = new LatencyClock();
        using var childReports = new ScratchFolder();
        SuiteSettings settings = options.Settings with { ChildReports = childReports.Path, ColdPool = cold, KnownDigests = digests };
        options = options with { Settings = servers is null ? settings : settings with { Addresses = servers.Addresses } };
        HostFingerprint host = HostDescription.Fingerprint(clock, servers?.Kind ?? settings.Server, servers?.RuntimeSettings);
        SourceIdentity source = await HostDescription.SourceAsync(CancellationToken.None);
        using RunFolder folder = RunStart.Open(plan, options, arguments, host, source);
        using var interruption = Interruption.Watch(folder, guard, error);
        return await BegunWork.DoAsync(
            () => MeasureAsync(plan, arguments, options, folder, servers, output, error), options.Verbose ? null : Log(folder));
    }

    private static async Task<int> MeasureAsync(
        RunPlan plan,
        BenchmarkArguments arguments,
        RunOptions options,
        RunFolder folder,
        FixtureServers? servers,
        TextWriter output,
        TextWriter error)
    {
        RunPlan left = plan.Without(id => RoundOrder.MeasuredOf(id, folder.Record));
        IReadOnlyList<PlannedLaunch> launches = RoundOrder.Left(plan, folder.Record);
        var progress = new RunProgress(left, launches, Display(options, arguments, output));
        progress.Announce();
        if (options.Resume)
            await TellWhatIsKeptAsync(folder.Record, output);
        await TellWhatIsLeftOutAsync(options, output);
        if (folder.Record.Host.RuntimeSettings is { } settings)
            await output.WriteLineAsync($"Runtime settings from environment variables: {settings}. "
                + "This run can be compared only with runs that have the same ones.");
        var saver = new LaunchSaver(folder, options.Settings, progress, watchCold: options.Profile.Thorough);

        var validity = RunValidity.Begin(() => servers?.CpuTime ?? TimeSpan.Zero);
        string? refusal = null;
        bool nothingRan = false;
        await progress.DuringAsync(async () =>
        {
            refusal = Measure(left, launches, arguments, options, folder, progress, saver);
            nothingRan = left.Cases.Count > 0 && !saver.HasStarted;
            if (nothingRan)
                return;
            progress.Checks();
            await validity.EndAsync(plan, folder);
        });
        if (nothingRan)
        {
            folder.TakeBack();
            return Told.Line(error, "error", $"BenchmarkDotNet ran nothing, and no result was moved: {refusal ?? NoReason} "
                + "(--verbose shows its whole log)", ExitCodes.Usage);
        }

        folder.Complete();
        IReadOnlyList<string> pages = RunPages.Write(folder.Record, folder.Layout.Folder, await CopyHistoryNextToAsync(folder, error));
        Summarise.Write(folder.Record, [folder.Layout.RunJson, .. pages], output);
        return Verdict(folder.Record, saver, refusal, options.Verbose ? "the log above" : Log(folder), error);
    }

    /// <summary>Copies the history to the run. If that fails, the page has no trend, but the run still gets its pages.</summary>
    /// <returns>The renamed cases that were applied to the history.</returns>
    private static async Task<IReadOnlyDictionary<string, string>> CopyHistoryNextToAsync(RunFolder folder, TextWriter error)
    {
        try
        {
            IReadOnlyDictionary<string, string> renamed = RenamedCases.Read();
            HistoryCommand.CopyNextTo(folder.Record, HistoryCommand.DefaultFolder, renamed, folder.Layout);
            return renamed;
        }
        catch (Exception broken) when (broken is RecordException or NotWrittenException)
        {
            await error.WriteLineAsync($"warning: {broken.Message}; the page shows no trend.");
            return RetiredIds.None;
        }
    }

    /// <summary>A live display on a terminal, unless BenchmarkDotNet's log is printed there.</summary>
    private static IRunDisplay Display(RunOptions options, BenchmarkArguments arguments, TextWriter output) =>
        !options.Verbose && Terminal.Live(output) is { } console
            ? new LiveRunDisplay(console, arguments.RunInProcess ? null : TimeSpan.FromSeconds(1))
            : new PlainRunDisplay(output);

    private static async Task TellWhatIsKeptAsync(RunRecord run, TextWriter output)
    {
        int missing = Resumption.NotMeasured(run).Count;
        await output.WriteLineAsync($"Resuming: {run.Planned.Count - missing} of {run.Planned.Count} cases are measured in every round; "
            + $"{missing} are measured now, also those that failed.");
    }

    /// <summary>
    /// Prints which strategies are left out because the scenario is too large for them. A named strategy is never left out.
    /// </summary>
    private static async Task TellWhatIsLeftOutAsync(RunOptions options, TextWriter output)
    {
        if (options.Settings.Strategies.Count > 0)
            return;
        int requests = ScenarioBenchmarks.MostRequests(options.Settings);
        string[] left = [.. StrategyCatalog.General.Except(StrategyCatalog.GeneralFor(requests)).Select(one => one.Descriptor.Id)];
        if (left.Length == 0)
            return;
        await output.WriteLineAsync($"Left out: {string.Join(", ", left)}, because they would need {requests} threads "
            + $"for {requests} requests. Name them with --strategies to measure them anyway.");
    }

    /// <returns>The first reason of BenchmarkDotNet why it did not run a case; null if it ran them all.</returns>
    private static string? Measure(
        RunPlan plan,
        IReadOnlyList<PlannedLaunch> launches,
        BenchmarkArguments arguments,
        RunOptions options,
        RunFolder folder,
        RunProgress progress,
        LaunchSaver saver)
    {
        if (plan.Cases.Count == 0)
            return null; // interrupted after its last case
        using var file = new RunLog(Log(folder));
        ILogger log = options.Verbose ? ConsoleLogger.Default : file;
        SettingsVariables.WriteHere(options.Settings);
        var events = new RunEvents(progress, saver, arguments.RunInProcess);
        Job toolchain = ScratchToolchain.AsMutator(
            new RoundMeasurement(launches, options.Settings, saver, new EarlierLaunches(folder.Record.Cases)));
        return NeverRun.ReasonIn(BenchmarkRunner.Run(plan.Under(type => arguments.Join(
            SuiteConfig.Create(folder.Layout.BenchmarkDotNet, log, events), options.Profile, type, toolchain))));
    }

    private static string Log(RunFolder folder) => Path.Combine(folder.Layout.BenchmarkDotNet, "run.log");

    /// <summary>
    /// The most connections of one process at once. With the server in the same process, both ends of a connection count.
    /// </summary>
    private static int Connections(RunPlan plan, Hosting hosting) =>
        plan.Macro
            .Select(macro => Math.Min(macro.Requests, macro.Strategy.Schedule.Limit))
            .DefaultIfEmpty()
            .Max() * (hosting == Hosting.InProcess ? 2 : 1);

    /// <param name="refusal">Why BenchmarkDotNet did not run a case, if it said so.</param>
    /// <param name="log">Where its whole log is.</param>
    private static int Verdict(RunRecord run, LaunchSaver saver, string? refusal, string log, TextWriter error)
    {
        foreach (string failure in saver.Failed)
            error.WriteLine(MessageLine.Of($"failed: {failure} (see {log})"));

        IReadOnlyList<string> missing = Summary.Missing(run);
        foreach (string id in missing.Where(id => !saver.Failed.Any(failure => failure.StartsWith(id + ":", StringComparison.Ordinal))))
            error.WriteLine(MessageLine.Of($"missing: {id}: BenchmarkDotNet did not run it: {refusal ?? NoReason} (see {log})"));
        return missing.Count + saver.Failed.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
