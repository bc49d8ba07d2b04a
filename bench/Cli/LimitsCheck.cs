using System.Globalization;
using BenchGate.Errors;
using Benchmarks.Instrument.Limits;
using Benchmarks.Instrument.Servers;
using Benchmarks.Measurement;
using Fixtures.Latency;
using Fixtures.Server;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>check --limits</c>: measures how close the instrument comes to the limits of the machine.</summary>
internal static class LimitsCheck
{
    /// <summary>The operations that can be timed alone.</summary>
    public static IReadOnlyList<string> Operations { get; } = [.. FetchGoal.All.Select(goal => goal.Name)];

    public static async Task<int> ExecuteAsync(string kind, string results, bool publish, TextWriter output)
    {
        if (SystemLimits.Obstacle(InFlightGoal.Requests) is { } obstacle)
            throw new UsageException(obstacle);

        using FileStream claim = RunFolder.Claim(results);
        return await BegunWork.DoAsync(() => MeasureAsync(kind, results, publish, output));
    }

    private static async Task<int> MeasureAsync(string kind, string results, bool publish, TextWriter output)
    {
        IReadOnlyList<FetchMeasurement> fetches =
            await FetchAsync(FetchGoal.All.SelectMany(goal => ServerHosts.Kinds.Select(server => goal with { Server = server })), output);
        IReadOnlyList<ServerFigures> servers = await ServerFigures.MeasureAsync(ServersDepth.Full, ServerSubject.All);
        List<CheckRecord> goals =
        [
            .. LimitGoals.Of(fetches),
            .. LimitGoals.Of(servers),
            await InFlightGoal.MeasureAsync(kind),
            await TelemetryGoal.MeasureAsync(kind),
            .. await ClockGoals.MeasureAsync(output),
        ];
        await WriteAsync(kind, results, publish, goals, fetches, servers, await ScalingSweep.MeasureAsync(kind, fetches));
        Summarise.Write(goals, output);
        return goals.All(goal => goal.Ok) ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <summary>Times some operations and prints the times, without a verdict.</summary>
    public static async Task<int> TimeAsync(string[] names, string kind, TextWriter output)
    {
        IEnumerable<FetchGoal> chosen = FetchGoal.All.Where(goal => names.Contains(goal.Name, StringComparer.Ordinal));
        await FetchAsync(chosen.Select(goal => goal with { Server = kind }), output);
        return ExitCodes.Ok;
    }

    private static async Task<IReadOnlyList<FetchMeasurement>> FetchAsync(IEnumerable<FetchGoal> goals, TextWriter output)
    {
        List<FetchMeasurement> fetches = [];
        foreach (FetchGoal goal in goals)
        {
            FetchMeasurement measured = await FetchMeasurement.RunAsync(goal);
            fetches.Add(measured);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{goal.Name,-20} {goal.Server,-8} median {measured.MedianMs,9:F2} ms of {measured.MillisecondsEach.Count} "
                    + $"(min {measured.MillisecondsEach.Min():F2}); CPU per request: client {measured.ClientCpuUsPerRequest:F1} µs, "
                    + $"server {measured.ServerCpuUsPerRequest:F1} µs"));
        }

        return fetches;
    }

    private static async Task WriteAsync(
        string kind,
        string results,
        bool publish,
        IReadOnlyList<CheckRecord> goals,
        IReadOnlyList<FetchMeasurement> fetches,
        IReadOnlyList<ServerFigures> servers,
        IReadOnlyList<ScalingSweep> sweeps)
    {
        using var clock = new LatencyClock();
        string page = LimitsPage.Render(
            HostDescription.Fingerprint(clock, kind),
            await HostDescription.SourceAsync(CancellationToken.None),
            goals,
            fetches,
            servers,
            sweeps);
        string latest = RunLayout.Latest(results).Folder;
        CheckFile.Save(goals, Path.Combine(latest, "limits.json"));
        foreach (string folder in publish ? [latest, Path.Combine(results, "published")] : (string[])[latest])
            AtomicFile.Write(Path.Combine(folder, "limits.md"), page);
    }
}
