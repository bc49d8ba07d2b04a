using System.Diagnostics;
using Benchmarks.Fetching;
using Benchmarks.Recording;
using Fixtures.Model;
using Fixtures.Telemetry;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Instrument.Checks;

/// <summary>Checks that the server's own work does not slow down the widest fan-out.</summary>
public static class SaturationCheck
{
    /// <summary>
    /// Share of all cores together. Client and server share the machine: above half, the client waits for the server.
    /// On two cores WireMock.Net uses about 35 %, Kestrel 30 %.
    /// </summary>
    public static CheckBound CpuPercent { get; } = CheckBound.AtMost(50);

    /// <summary>
    /// Median of service time / offered latency. 150 requests that arrive together also leave together and wait for each other: 1.05 to 1.2
    /// on two quiet cores.
    /// </summary>
    public static CheckBound Inflation { get; } = CheckBound.AtMost(1.5);

    /// <param name="server">The address at which the server's log is switched on and off.</param>
    /// <param name="serverCpu">CPU time that the server has used so far.</param>
    /// <param name="scenario">What the server serves.</param>
    /// <param name="strategy">The widest fan-out.</param>
    /// <param name="work">Its requests.</param>
    /// <param name="duration">How long to repeat it, at least a second: on Windows, CPU times have steps of 16 ms.</param>
    /// <param name="cpu">Bound of the server's share of all cores, percent.</param>
    /// <param name="inflation">Bound of the median of service time / offered latency.</param>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(
        Uri server, Func<TimeSpan> serverCpu, Scenario scenario, IFetchStrategy strategy, FetchWork work, TimeSpan duration,
        CheckBound cpu, CheckBound inflation)
    {
        await strategy.FetchAsync(work, CancellationToken.None); // connects and compiles
        double cpuPercent = 0;
        ServerTimeline seen = await ServerRecording.DuringAsync(server, async () =>
        {
            (TimeSpan before, long start) = (serverCpu(), Stopwatch.GetTimestamp());
            while (Stopwatch.GetElapsedTime(start) < duration)
                await strategy.FetchAsync(work, CancellationToken.None);
            cpuPercent = 100 * (serverCpu() - before) / (Stopwatch.GetElapsedTime(start) * Environment.ProcessorCount);
        });

        double? grown = SampleStatistics.Median([.. seen.Requests.Select(row =>
            Stopwatch.GetElapsedTime(row.Arrival, row.Departure) / scenario.OfferedLatency(row.Number))]);
        return
        [
            cpu.Judge("server-cpu-share", cpuPercent, "%",
                "The server uses so much processor time that the client waits for it: "
                    + "use fewer requests, longer delays, or a server on another machine."),
            inflation.Judge("service-time-inflation", grown, "",
                "Requests stay in the server longer than the scenario says, so a fan-out measures the server: "
                    + "use fewer requests, longer delays, or a machine with more cores."),
        ];
    }
}
