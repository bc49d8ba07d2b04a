using System.Diagnostics;
using System.Text.Json;
using BenchGate.Errors;
using BenchGate.Launchers;
using BenchGate.Processes;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Serving;
using Results.Records;

namespace Benchmarks.Gate;

/// <summary>One side while the gate measures: its build, and its own servers, which are idle while the other side runs.</summary>
/// <param name="build">The build to start.</param>
/// <param name="blame">Exit code of a failure that this side caused: <see cref="ExitCodes.Failed"/> for the head,
/// <see cref="ExitCodes.NotComparable"/> for the base.</param>
/// <param name="plan">What is measured. A launch is killed after the plan's budget, or after three minutes if that is more.</param>
internal sealed class RunningSide(SideBuild build, int blame, GatePlan plan) : ILauncher, IAsyncDisposable
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMinutes(3);
    private readonly Dictionary<string, ServerProcess> _servers = new(StringComparer.Ordinal);
    private string? _digests;

    /// <summary>Known after <see cref="CountAsync"/>.</summary>
    public IReadOnlyList<string> Cases { get; private set; } = [];

    public bool TogetherOnly => true;

    /// <summary>The cases of this side, and the counts of each.</summary>
    /// <exception cref="GateException">The build is too old for this gate, or it failed.</exception>
    public async Task<CountedLaunch> CountAsync(CancellationToken stop)
    {
        string[] what = [.. plan.LaunchArguments, "--server", plan.Settings.Server, .. Patterns(plan.Cases)];
        ChildProcess child = await RunAsync(["measure", "--count-only", .. what], stop);
        if (child.Exit == ExitCodes.Usage)
            child = await RunAsync(["count", .. what], stop); // an older base, whose `measure` cannot count, has this verb
        if (child.Exit == ExitCodes.Usage)
            throw new GateException(ExitCodes.NotComparable, $"{build.Source.Name} cannot list its cases ({child.FirstLine}); "
                + "if it is older than this gate, choose a later base.");
        CountedLaunch counted = Parse(child, CountedLaunch.Parse);
        RequireOwn(counted.SourceHash);
        _digests = Digests(counted);
        Cases = [.. counted.Cases.Select(one => one.Case)];
        return counted;
    }

    /// <summary>Starts its servers, each in its own process.</summary>
    /// <exception cref="GateException">One did not start.</exception>
    public async Task ServeAsync(IEnumerable<string> scenarios, CancellationToken stop)
    {
        foreach (string scenario in scenarios)
        {
            try
            {
                _servers[scenario] =
                    await ServerProcess.StartAsync(build.Start(ServerProcess.Verb(scenario, plan.Profile.Id, plan.Settings.Server)));
            }
            catch (Exception failed) when (ExpectedFailure.Is(failed) || failed is OperationCanceledException)
            {
                await ChildProcess.WaitForSignalAsync(stop);
                throw new GateException(
                    blame, $"The server of {build.Source.Name} for '{scenario}' did not start: {failed.Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    /// <summary>One launch: a new process that measures the cases and exits.</summary>
    /// <exception cref="GateException">It failed, or it was a different build.</exception>
    public async Task<IReadOnlyList<CaseLaunch>> LaunchAsync(IReadOnlyList<string> cases, CancellationToken stop)
    {
        string[] servers = [.. _servers.SelectMany(server => new[] { "--server", $"{server.Key}={server.Value.Addresses.Http1}" })];
        ChildProcess child =
            await RunAsync(
                ["measure", .. plan.LaunchArguments, "--iterations", $"{plan.Iterations}", .. Patterns(cases), .. servers], stop);
        MeasuredLaunch launch = Parse(child, MeasuredLaunch.Parse);
        RequireOwn(launch.SourceHash);
        return [.. launch.Cases.Select(one => new CaseLaunch(one.Case, new GateLaunch(one.IterationsNs, one.AllocatedBytes)))];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServerProcess server in _servers.Values)
            await server.DisposeAsync();
    }

    /// <summary>
    /// The counted results of this side's operations. Every iteration of its launches is checked against them. Work that its size does not
    /// identify is left out.
    /// </summary>
    private static string Digests(CountedLaunch counted) => JsonSerializer.Serialize(counted.Cases
        .Where(one => one.Scenario.Length > 0 && one.Counters.Requests is not null && FetchDigest.Parse(one.Counters.Digest) is not null)
        .GroupBy(
            one => SuiteSettings.WorkOf(one.Scenario, one.Counters.Requests!.Value),
            one => FetchDigest.Parse(one.Counters.Digest)!,
            StringComparer.Ordinal)
        .Where(work => work.Distinct().Count() == 1)
        .ToDictionary(work => work.Key, work => work.First(), StringComparer.Ordinal));

    private static IEnumerable<string> Patterns(IReadOnlyList<string> globs) => globs.SelectMany(glob => new[] { "--cases", glob });

    private async Task<ChildProcess> RunAsync(string[] arguments, CancellationToken stop)
    {
        try
        {
            ProcessStartInfo start = build.Start(arguments);
            if (_digests is not null)
                start.Environment[SettingsVariables.KnownDigests] = _digests;
            return await ChildProcess.RunAsync(start, plan.Pairs.Budget > s_shortest ? plan.Pairs.Budget : s_shortest, stop);
        }
        catch (TimeoutException slow)
        {
            throw new GateException(blame, $"A launch of {build.Source.Name} did not end: {slow.Message}; run it yourself: "
                + string.Join(' ', arguments));
        }
    }

    private T Parse<T>(ChildProcess child, Func<string, string, T> parse)
    {
        if (child.Exit != ExitCodes.Ok)
            throw new GateException(blame, $"A launch of {build.Source.Name} ended with exit code {child.Exit}: {child.FirstLine}");
        if (string.IsNullOrWhiteSpace(child.Output))
            throw new GateException(ExitCodes.NotComparable, $"A launch of {build.Source.Name} printed no result; "
                + "it is older than this gate, so choose a later base.");
        try
        {
            return parse(child.Output, $"the launch of {build.Source.Name}");
        }
        catch (RecordException unreadable)
        {
            throw new GateException(ExitCodes.NotComparable, unreadable.Message + "; choose a later base");
        }
    }

    private void RequireOwn(string sourceHash)
    {
        if (sourceHash != build.SourceHash)
            throw new GateException(ExitCodes.NotComparable, $"{build.Program} has source {build.SourceHash}, "
                + $"but its launch reports {sourceHash}; remove {build.Root} and try again.");
    }
}
