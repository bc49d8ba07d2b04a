using System.Diagnostics;
using System.Globalization;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Results.Records;

namespace Benchmarks.Limits;

/// <summary>The makespans of one goal, client here and server in a process of its own.</summary>
/// <param name="MillisecondsEach">One value an operation, in order.</param>
/// <param name="ClientCpuUsPerRequest">CPU time of this process for each request, microseconds.</param>
/// <param name="AllocatedPerRequest">Managed bytes that this process allocated for each request.</param>
/// <param name="ServerCpuUsPerRequest">CPU time of the server's process for each request, microseconds.</param>
internal sealed record FetchMeasurement(FetchGoal Goal, IReadOnlyList<double> MillisecondsEach, double ClientCpuUsPerRequest, double ServerCpuUsPerRequest, double AllocatedPerRequest)
{
    public double MedianMs => Results.Reporting.Statistics.Median(MillisecondsEach)!.Value;

    /// <summary>Times the goal's operations.</summary>
    public static Task<FetchMeasurement> RunAsync(FetchGoal goal) =>
        WithServerAsync(goal, (work, expected, server) => TimeAsync(goal, work, expected, server));

    /// <summary>Watches one operation, after the warm-ups, request by request.</summary>
    public static Task<CaseTimeline> WatchAsync(FetchGoal goal) => WithServerAsync(goal, async (work, _, server) =>
    {
        await WarmUpAsync(goal, work);
        return await TimelineRecorder.RecordAsync(server.Addresses.Http1, goal.Strategy, work, Regimes.Warm);
    });

    private static async Task<T> WithServerAsync<T>(FetchGoal goal, Func<FetchWork, FetchDigest, ScratchServer, Task<T>> measure)
    {
        await using ScratchServer server = await ScratchServer.StartAsync(ScenarioText(goal));
        using FetchWork work = server.Work(goal.Strategy);
        return await measure(work, server.Expected(), server);
    }

    private static async Task<FetchMeasurement> TimeAsync(FetchGoal goal, FetchWork work, FetchDigest expected, ScratchServer server)
    {
        await WarmUpAsync(goal, work);
        var times = new List<double>();
        (TimeSpan client, TimeSpan other, long allocated) = (Environment.CpuUsage.TotalTime, server.CpuTime, GC.GetTotalAllocatedBytes());
        for (int i = 0; i < goal.Iterations; i++)
        {
            long start = Stopwatch.GetTimestamp();
            FetchResult[] results = await goal.Strategy.FetchAsync(work, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (i == 0 && FetchDigest.Of(results) != expected)
                throw new InvalidOperationException($"{goal.Name} fetched something else than it should.");
        }

        double requests = (double)goal.Requests * goal.Iterations;
        return new FetchMeasurement(
            goal,
            times,
            (Environment.CpuUsage.TotalTime - client).TotalMicroseconds / requests,
            (server.CpuTime - other).TotalMicroseconds / requests,
            (GC.GetTotalAllocatedBytes() - allocated) / requests);
    }

    private static async Task WarmUpAsync(FetchGoal goal, FetchWork work)
    {
        for (int i = 0; i < goal.Warmups; i++)
            await goal.Strategy.FetchAsync(work, CancellationToken.None);
    }

    private static string ScenarioText(FetchGoal goal) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "requests": { "path": "/api/v2/pokemon/{n}", "count": {{goal.Requests}} },
          "payload": { "kind": "pokemon", "size": "small" },
          "latency": { "kind": "fixed", "ms": {{goal.OfferedMs}} }
        }
        """);
}
