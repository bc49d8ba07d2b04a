using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Latency;
using Fixtures.Scenarios;
using Fixtures.Server;
using Results.Records;

namespace Benchmarks.Checks;

/// <summary>All checks of the instrument, one after the other, so that none disturbs another.</summary>
/// <remarks>
/// What weighs client against server runs against a server in a process of its own, as a benchmark does: CPU share, Little's law, A/A.
/// Peak in-flight runs against a server in this process, because only that can be told to hold its answers; nothing is timed there.
/// </remarks>
public static class InstrumentCheck
{
    /// <summary>The scenario that is checked with: 150 requests of equal latency.</summary>
    public const string ScenarioId = "pokeapi";

    private const int SequentialRequests = 10;

    /// <param name="profile">At whose delays; one that leaves the number of requests as it is.</param>
    /// <param name="depth">For how long.</param>
    /// <param name="strategies">Whose peak in-flight is checked.</param>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(Profile profile, CheckDepth depth, IReadOnlyList<IFetchStrategy> strategies)
    {
        HttpClient.DefaultProxy = new System.Net.WebProxy(); // the servers are on this machine, whatever the environment says
        SuiteEnvironment.Profile = profile;
        Scenario scenario = FixtureLink.ScaledScenario(ScenarioId);
        await using ServerProcess server = await ServerProcess.StartAsync(ScenarioId, profile);
        using var clock = new LatencyClock();
        var neighbours = NeighbourCheck.Start(() => Environment.CpuUsage.TotalTime + server.CpuTime);
        return
        [
            .. await LatencyErrorCheck.RunAsync(clock, scenario.OfferedLatency(scenario.Requests.First), scenario.Requests.Count, depth.Latency, LatencyErrorCheck.MedianMs, LatencyErrorCheck.P99Ms),
            .. TimerCheck.Run(TimeProvider.System),
            .. await AgainstAsync(server, scenario, depth),
            .. await PeaksAsync(scenario, clock, strategies),
            .. neighbours.Stop(),
        ];
    }

    private static async Task<IReadOnlyList<CheckRecord>> AgainstAsync(ServerProcess server, Scenario scenario, CheckDepth depth)
    {
        using var client = new HttpClient();
        FetchWork all = Work(client, server.Addresses.Http1, scenario);
        FetchWork few = all with { Urls = [.. all.Urls.Take(depth.Sequential)] };
        var fanOut = new WhenAll();
        return
        [
            await LittleCheck.RunAsync(server.Addresses.Http1, new SequentialAwait(), few, LittleCheck.Sequential, operations: 1),
            await LittleCheck.RunAsync(server.Addresses.Http1, fanOut, all, LittleCheck.FanOut, operations: 9),
            .. await RepeatCheck.RunAsync(fanOut, all, depth.Pairs, RepeatCheck.DifferencePercent, RepeatCheck.SpreadPercent),
            // last, since by then the server has compiled its code, which would count as its load
            .. await SaturationCheck.RunAsync(server.Addresses.Http1, () => server.CpuTime, scenario, fanOut, all, depth.Saturation, SaturationCheck.CpuPercent, SaturationCheck.Inflation),
        ];
    }

    private static async Task<IReadOnlyList<CheckRecord>> PeaksAsync(Scenario like, ILatencyClock clock, IReadOnlyList<IFetchStrategy> strategies)
    {
        Scenario scenario = like with { Latency = new FixedLatency(TimeSpan.FromMilliseconds(10)) };
        await using FixtureServer server = await FixtureServer.StartAsync(scenario, clock);
        using var client = new HttpClient();
        FetchWork wide = Work(client, server.Addresses.Http1, scenario);
        FetchWork few = wide with { Urls = [.. wide.Urls.Take(SequentialRequests)] };
        var peaks = new List<CheckRecord>();
        foreach (IFetchStrategy strategy in strategies)
            peaks.Add(await PeakInFlightCheck.RunAsync(server, strategy, strategy.Descriptor.PeakInFlight(wide.Urls.Count) > 1 ? wide : few));
        return peaks;
    }

    private static FetchWork Work(HttpClient client, Uri server, Scenario scenario) =>
        new(client, [.. scenario.Requests.Numbers.Select(number => new Uri(server, scenario.Requests.PathOf(number)))]);
}
