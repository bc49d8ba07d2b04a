using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;
using Results.Records;

namespace Benchmarks.Instrument.Checks;

/// <summary>All checks of the instrument, one after the other, so that they do not disturb each other.</summary>
/// <remarks>
/// CPU share, Little's law and A/A use a server in its own process, as benchmarks do, because they compare client and server.
/// Peak in-flight uses a server in this process, because only that one can be told to hold its responses. It measures no times.
/// </remarks>
public static class InstrumentCheck
{
    /// <summary>The scenario of the checks: 150 requests of equal latency.</summary>
    public const string ScenarioId = "pokeapi";

    private const int SequentialRequests = 10;

    /// <param name="settings">Profile and server. The profile scales the delays; it must not change the number of requests.</param>
    /// <param name="depth">How long each check takes.</param>
    /// <param name="strategies">The strategies whose peak in-flight is checked.</param>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(
        SuiteSettings settings, CheckDepth depth, IReadOnlyList<IFetchStrategy> strategies)
    {
        Scenario scenario = settings.ScaledScenario(ScenarioId);
        await using ServerProcess server = await ServerProcess.StartAsync(ScenarioId, settings.Profile, settings.Server);
        using var clock = new LatencyClock();
        var neighbours = NeighbourCheck.Start(() => Environment.CpuUsage.TotalTime + server.CpuTime);
        return
        [
            .. await LatencyErrorCheck.RunAsync(
                clock,
                scenario.OfferedLatency(scenario.Requests.First),
                scenario.Requests.Count,
                depth.Latency,
                LatencyErrorCheck.MedianMs,
                LatencyErrorCheck.P99Ms),
            .. TimerCheck.Run(TimeProvider.System),
            .. await AgainstAsync(server, scenario, depth),
            .. await PeaksAsync(scenario, clock, settings.Server, strategies),
            .. neighbours.Stop(),
        ];
    }

    private static async Task<IReadOnlyList<CheckRecord>> AgainstAsync(ServerProcess server, Scenario scenario, CheckDepth depth)
    {
        var oneByOne = new SequentialAwait();
        var fanOut = new WhenAll();
        using var few = FetchWork.For(oneByOne, server.Addresses, scenario.Requests, scenario.Requests.Numbers.Take(depth.Sequential));
        using var all = FetchWork.For(fanOut, server.Addresses, scenario.Requests, scenario.Requests.Numbers);
        return
        [
            await LittleCheck.RunAsync(
                server.Addresses.Http1, oneByOne, few, LittleCheck.BoundOf(oneByOne.Descriptor, few.Requests.Count), operations: 1),
            await LittleCheck.RunAsync(
                server.Addresses.Http1, fanOut, all, LittleCheck.BoundOf(fanOut.Descriptor, all.Requests.Count), operations: 9),
            .. await RepeatCheck.RunAsync(fanOut, all, depth.Pairs, RepeatCheck.DifferencePercent, RepeatCheck.SpreadPercent),
            // last, because then the server has compiled its code; the compilation would count as its load
            .. await SaturationCheck.RunAsync(
                server.Addresses.Http1,
                () => server.CpuTime,
                scenario,
                fanOut,
                all,
                depth.Saturation,
                SaturationCheck.CpuPercent,
                SaturationCheck.Inflation),
        ];
    }

    private static async Task<IReadOnlyList<CheckRecord>> PeaksAsync(
        Scenario like, ILatencyClock clock, string kind, IReadOnlyList<IFetchStrategy> strategies)
    {
        Scenario scenario = like with { Latency = new FixedLatency(TimeSpan.FromMilliseconds(10)) };
        await using FixtureServer server = await FixtureServer.StartAsync(scenario, clock, kind: kind);
        var peaks = new List<CheckRecord>();
        foreach (IFetchStrategy strategy in strategies)
        {
            int requests = ThreadPoolLimit.MostRequests(
                strategy.Descriptor,
                strategy.Descriptor.PeakInFlight(scenario.Requests.Count) > 1 ? scenario.Requests.Count : SequentialRequests);
            using var work = FetchWork.For(strategy, server.Addresses, scenario.Requests, scenario.Requests.Numbers.Take(requests));
            peaks.Add(await PeakInFlightCheck.RunAsync(server, strategy, work));
        }

        return peaks;
    }
}
