using System.Diagnostics;
using BenchGate.Measuring;
using Benchmarks.Fetching;
using Benchmarks.Recording;
using Benchmarks.Strategies;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Instrument.Limits;

/// <summary>
/// The cost of recording an operation on both sides: the same fan-out with and without recording, in pairs of drawn order.
/// </summary>
internal static class TelemetryGoal
{
    private const int Pairs = 40;

    public static Task<CheckRecord> MeasureAsync(string server)
    {
        var goal = new FetchGoal("telemetry", new WhenAll(), 150, 57.3, Warmups: 20, Iterations: Pairs) { Server = server };
        return FetchTarget.UseAsync(goal, MeasureAsync);
    }

    private static async Task<CheckRecord> MeasureAsync(FetchTarget target)
    {
        var timed = new Timed(target.Goal.Strategy);
        Uri server = target.Server.Addresses.Http1;
        await target.WarmUpAsync();
        await TimelineRecorder.RecordAsync(server, timed, target.Work, Regimes.Warm); // compiles the recording

        List<double> ratios = [];
        var coin = new Random(1);
        for (int pair = 0; pair < Pairs; pair++)
        {
            (double plain, double recorded) = await DrawnPair.MeasureAsync(coin, PlainAsync, RecordedAsync);
            ratios.Add(recorded / plain);
        }

        return LimitGoals.AtMost("telemetry-cost", 100 * (SampleStatistics.Median(ratios)!.Value - 1), "% of the makespan", 2);

        async Task<double> PlainAsync()
        {
            await timed.FetchAsync(target.Work, CancellationToken.None);
            return timed.LastMs;
        }

        async Task<double> RecordedAsync()
        {
            await TimelineRecorder.RecordAsync(server, timed, target.Work, Regimes.Warm);
            return timed.LastMs;
        }
    }

    /// <summary>Measures only the strategy's time, without the time for switching the logs on and off.</summary>
    private sealed class Timed(IFetchStrategy strategy) : IFetchStrategy
    {
        public StrategyDescriptor Descriptor => strategy.Descriptor;

        public double LastMs { get; private set; }

        public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
        {
            long start = Stopwatch.GetTimestamp();
            FetchResult[] results = await strategy.FetchAsync(work, cancellation);
            LastMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return results;
        }
    }
}
