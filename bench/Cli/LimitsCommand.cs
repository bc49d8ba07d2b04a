using System.CommandLine;
using System.Globalization;
using Benchmarks.Errors;
using Benchmarks.Instrument.Limits;
using Benchmarks.Instrument.Servers;
using Benchmarks.Measurement;
using Fixtures.Latency;
using Fixtures.Server;
using Results.Records;

namespace Benchmarks.Cli;

/// <summary><c>limits</c>: how close the instrument comes to what the machine allows.</summary>
internal static class LimitsCommand
{
    public static Command Create()
    {
        var publish = new Option<bool>("--publish") { Description = "Also write the page to results/published/limits.md" };
        var only = new Option<string[]>("--only") { Description = "Time only these operations, print them and judge nothing: " + string.Join(", ", FetchGoal.All.Select(goal => goal.Name)), AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. FetchGoal.All.Select(goal => goal.Name)]);
        Option<string> output = OutputOption.Create("whose latest/ gets limits.json and limits.md");
        Option<string> server = ServerOption.Create();
        server.Description = "Which server answers where only one is measured: in --only, and in all but the operations; wiremock (the default) or kestrel";
        var command = new Command("limits", "Measure how close client, server and clock come to what this machine allows (about 9 minutes): exit 0 if every goal is reached, else 1.") { publish, only, server, output };
        command.SetAction((parsed, _) =>
        {
            ServerOption.Apply(parsed.GetValue(server));
            return parsed.GetValue(only) is { Length: > 0 } some ? TimeAsync(some, parsed.InvocationConfiguration.Output) : ExecuteAsync(
                OutputOption.FolderOf(parsed, output),
                parsed.GetValue(publish),
                parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static async Task<int> ExecuteAsync(string results, bool publish, TextWriter output)
    {
        if (SystemLimits.Obstacle(InFlightGoal.Requests) is { } obstacle)
            throw new UsageException(obstacle);

        using FileStream claim = RunFolder.Claim(results);
        return await BegunWork.DoAsync(() => MeasureAsync(results, publish, output));
    }

    private static async Task<int> MeasureAsync(string results, bool publish, TextWriter output)
    {
        IReadOnlyList<FetchMeasurement> fetches = await FetchAsync(FetchGoal.All.SelectMany(goal => ServerHosts.Kinds.Select(server => goal with { Server = server })), output);
        IReadOnlyList<ServerFigures> servers = await ServerFigures.MeasureAsync(ServersDepth.Full, ServerSubject.All);
        List<CheckRecord> goals = [.. LimitGoals.Of(fetches), .. LimitGoals.Of(servers), await InFlightGoal.MeasureAsync(), await TelemetryGoal.MeasureAsync(), .. await ClockGoals.MeasureAsync(output)];
        await WriteAsync(results, publish, goals, fetches, servers, await ScalingSweep.MeasureAsync());
        Summarise.Write(goals, output);
        return goals.All(goal => goal.Ok) ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static async Task<int> TimeAsync(string[] names, TextWriter output)
    {
        await FetchAsync(FetchGoal.All.Where(goal => names.Contains(goal.Name, StringComparer.Ordinal)), output);
        return ExitCodes.Ok;
    }

    private static async Task<IReadOnlyList<FetchMeasurement>> FetchAsync(IEnumerable<FetchGoal> goals, TextWriter output)
    {
        List<FetchMeasurement> fetches = [];
        foreach (FetchGoal goal in goals)
        {
            FetchMeasurement measured = await FetchMeasurement.RunAsync(goal);
            fetches.Add(measured);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{goal.Name,-20} {goal.Server,-8} median {measured.MedianMs,9:F2} ms of {measured.MillisecondsEach.Count} (min {measured.MillisecondsEach.Min():F2}); CPU per request: client {measured.ClientCpuUsPerRequest:F1} µs, server {measured.ServerCpuUsPerRequest:F1} µs"));
        }

        return fetches;
    }

    private static async Task WriteAsync(string results, bool publish, IReadOnlyList<CheckRecord> goals, IReadOnlyList<FetchMeasurement> fetches, IReadOnlyList<ServerFigures> servers, IReadOnlyList<ScalingSweep> sweeps)
    {
        using var clock = new LatencyClock();
        string page = LimitsPage.Render(HostDescription.Fingerprint(clock), await HostDescription.SourceAsync(CancellationToken.None), goals, fetches, servers, sweeps);
        string latest = RunLayout.Latest(results).Folder;
        CheckFile.Save(goals, Path.Combine(latest, "limits.json"));
        foreach (string folder in publish ? [latest, Path.Combine(results, "published")] : (string[])[latest])
            AtomicFile.Write(Path.Combine(folder, "limits.md"), page);
    }
}
