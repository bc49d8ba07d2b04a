using System.Diagnostics;
using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Recording;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Instrument.Limits;

/// <summary>The makespans of one goal. The client is this process, the server another one.</summary>
/// <param name="Bound">The shortest possible time for the strategy, on open connections.</param>
/// <param name="MillisecondsEach">One value for each operation, in order.</param>
/// <param name="ClientCpuUsPerRequest">CPU time of this process for each request, microseconds.</param>
/// <param name="AllocatedPerRequest">Managed bytes that this process allocated for each request.</param>
/// <param name="ServerCpuUsPerRequest">CPU time of the server's process for each request, microseconds.</param>
internal sealed record FetchMeasurement(
    FetchGoal Goal,
    TimeSpan Bound,
    IReadOnlyList<double> MillisecondsEach,
    double ClientCpuUsPerRequest,
    double ServerCpuUsPerRequest,
    double AllocatedPerRequest)
{
    public double MedianMs => SampleStatistics.Median(MillisecondsEach)!.Value;

    /// <summary>Times the goal's operations.</summary>
    public static Task<FetchMeasurement> RunAsync(FetchGoal goal) => FetchTarget.UseAsync(goal, target => TimeAsync(goal, target));

    /// <summary>Records each request of one operation, after the warm-ups.</summary>
    public static Task<CaseTimeline> WatchAsync(FetchGoal goal) => FetchTarget.UseAsync(goal, async target =>
    {
        await target.WarmUpAsync();
        return await TimelineRecorder.RecordAsync(target.Server.Addresses.Http1, goal.Strategy, target.Work, Regimes.Warm);
    });

    private static async Task<FetchMeasurement> TimeAsync(FetchGoal goal, FetchTarget target)
    {
        FetchDigest expected = target.Server.Expected();
        await target.WarmUpAsync();
        var times = new List<double>();
        (TimeSpan client, TimeSpan other, long allocated) =
            (Environment.CpuUsage.TotalTime, target.Server.CpuTime, GC.GetTotalAllocatedBytes());
        for (int i = 0; i < goal.Iterations; i++)
        {
            long start = Stopwatch.GetTimestamp();
            FetchResult[] results = await goal.Strategy.FetchAsync(target.Work, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (i == 0 && FetchDigest.Of(results) != expected)
                throw new ExpectedFailureException($"{goal.Name} fetched something else than its scenario defines.");
        }

        double requests = (double)goal.Requests * goal.Iterations;
        return new FetchMeasurement(
            goal,
            Fixtures.Model.Bound.Of(target.Server.Scenario, goal.Strategy.Descriptor.Schedule with { WarmPool = true }),
            times,
            (Environment.CpuUsage.TotalTime - client).TotalMicroseconds / requests,
            (target.Server.CpuTime - other).TotalMicroseconds / requests,
            (GC.GetTotalAllocatedBytes() - allocated) / requests);
    }
}
