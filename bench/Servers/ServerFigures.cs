using System.Diagnostics;
using System.Globalization;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Telemetry;
using Results.Reporting;

namespace Benchmarks.Servers;

/// <summary>What a host costs beside what the scenario asks for, measured in a process of its own.</summary>
/// <param name="Kind">Which host answered.</param>
/// <param name="RequestUs">Median time of a request without latency, one after the other, microseconds.</param>
/// <param name="ClientBytes">Managed bytes that the client allocated for each of these.</param>
/// <param name="ServerBytes">Managed bytes that the server's process allocated for each of these.</param>
/// <param name="LatencyErrorMs">Median of service time − offered latency in a fan-out, milliseconds.</param>
/// <param name="MakespanMs">Median makespan of that fan-out, milliseconds.</param>
internal sealed record ServerFigures(string Kind, double RequestUs, double ClientBytes, double ServerBytes, double LatencyErrorMs, double MakespanMs)
{
    public static async Task<ServerFigures> MeasureAsync(string kind, ServersDepth depth)
    {
        (double us, double client, double server) = await OneByOneAsync(kind, depth);
        (double error, double makespan) = await AtOnceAsync(kind, depth);
        return new ServerFigures(kind, us, client, server, error, makespan);
    }

    private static async Task<(double Us, double Client, double Server)> OneByOneAsync(string kind, ServersDepth depth)
    {
        var strategy = new SequentialAwait();
        await using ScratchServer target = await ScratchServer.StartAsync(Text(depth.Requests, 0), kind: kind);
        using FetchWork work = target.Work(strategy);
        await FetchAsync(target, strategy, work); // compiles

        long allocated = 0;
        List<double> us = [];
        ServerTimeline seen = await ServerRecording.DuringAsync(target.Addresses.Http1, async () =>
        {
            allocated = GC.GetTotalAllocatedBytes();
            for (int i = 0; i < depth.Operations; i++)
                us.Add(await FetchAsync(target, strategy, work) * 1000 / depth.Requests);
            allocated = GC.GetTotalAllocatedBytes() - allocated;
        });
        double requests = (double)depth.Requests * depth.Operations;
        return (Statistics.Median(us)!.Value, allocated / requests, seen.AllocatedBytes / requests);
    }

    private static async Task<(double ErrorMs, double MakespanMs)> AtOnceAsync(string kind, ServersDepth depth)
    {
        var strategy = new WhenAll();
        await using ScratchServer target = await ScratchServer.StartAsync(Text(ServersDepth.Width, ServersDepth.OfferedMs), kind: kind);
        using FetchWork work = target.Work(strategy);
        await FetchAsync(target, strategy, work);

        List<double> makespans = [];
        ServerTimeline seen = await ServerRecording.DuringAsync(target.Addresses.Http1, async () =>
        {
            for (int i = 0; i < depth.Operations; i++)
                makespans.Add(await FetchAsync(target, strategy, work));
        });
        double[] errors = [.. seen.Requests.Select(row => Stopwatch.GetElapsedTime(row.Arrival, row.Departure).TotalMilliseconds - ServersDepth.OfferedMs)];
        return (Statistics.Median(errors)!.Value, Statistics.Median(makespans)!.Value);
    }

    /// <returns>Milliseconds.</returns>
    private static async Task<double> FetchAsync(ScratchServer target, IFetchStrategy strategy, FetchWork work)
    {
        long start = Stopwatch.GetTimestamp();
        FetchResult[] results = await strategy.FetchAsync(work, CancellationToken.None);
        double took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return FetchDigest.Of(results) == target.Expected()
            ? took
            : throw new InvalidOperationException($"{strategy.Descriptor.Id} fetched something else than it should.");
    }

    private static string Text(int requests, double ms) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "requests": { "path": "/api/v2/pokemon/{n}", "count": {{requests}} },
          "payload": { "kind": "pokemon", "size": "small" },
          "latency": { "kind": "fixed", "ms": {{ms}} }
        }
        """);
}
