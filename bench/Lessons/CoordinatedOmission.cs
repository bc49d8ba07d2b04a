using Benchmarks.Serving;
using Fixtures.Latency;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Lessons;

using Loop = Func<HttpClient, IReadOnlyList<Uri>, TimeSpan, ILatencyClock, Task<double[]>>;

/// <summary>
/// Lesson 18: a client that waits for each response sends nothing while the server stalls, so it does not see the stall.
/// </summary>
public sealed class CoordinatedOmission : ILesson
{
    public int Number => 18;

    public string Title => "A closed loop does not see the stall";

    public string Question => "My load test says that 95 of 100 answers take 60 ms. Why do my users wait for seconds?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CompareAsync(run, LoadLoops.ClosedAsync, LoadLoops.OpenAsync);

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CompareAsync(run, LoadLoops.OpenAsync, LoadLoops.ClosedAsync);

    private async Task<LessonResult> CompareAsync(LessonRun run, Loop closed, Loop open)
    {
        (int requests, double latencyMs, double periodMs, double stallMs) = run.Pick((101, 60.0, 120.0, 3000.0), (101, 2.0, 5.0, 300.0));
        var scenario = new LessonScenario(200, LessonScenario.Bimodal(latencyMs, stallMs, slowPercent: 5)) { Capacity = 1 };
        await using ScratchServer server = await run.ServeAsync(scenario);
        Uri[] work = [.. Enumerable.Repeat(PickedRequests.Usual(server), requests)];
        work[requests / 4] = PickedRequests.Slow(server); // the server processes one request at a time, so this one delays all others

        double[] seenByClosed = await TimesAsync(closed, work, periodMs);
        double[] seenByOpen = await TimesAsync(open, work, periodMs);
        double[] due = DueTimes(requests, latencyMs, periodMs, stallMs);
        return new LessonResult(
            new LessonClaim(Number, "closed-loop-p95", "L", latencyMs, Percentile(seenByClosed, 95), "ms", Regimes.Warm),
            new LessonClaim(Number, "closed-loop-sees", "1", 1, Late(seenByClosed), "late answers", Regimes.Warm) { Tolerance = 0 },
            new LessonClaim(Number, "open-loop-p95", "S − (N − 1) / 20 · (P − L)", Percentile(due, 95), Percentile(seenByOpen, 95), "ms",
                Regimes.Warm),
            new LessonClaim(Number, "open-loop-p99", "S − (N − 1) / 100 · (P − L)", Percentile(due, 99), Percentile(seenByOpen, 99), "ms",
                Regimes.Warm),
            new LessonClaim(Number, "open-loop-sees", "S / 2 / (P − L)", Late(due), Late(seenByOpen), "late answers", Regimes.Warm))
        {
            Observations =
            [
                new LessonObservation("closed loop, p99", Percentile(seenByClosed, 99), "ms", Regimes.Warm),
                new LessonObservation("closed loop, longest time", seenByClosed.Max(), "ms", Regimes.Warm),
                new LessonObservation("open loop, longest time", seenByOpen.Max(), "ms", Regimes.Warm),
            ],
        };

        int Late(double[] times) => times.Count(ms => ms > stallMs / 2);
    }

    private static async Task<double[]> TimesAsync(Loop loop, Uri[] work, double periodMs)
    {
        using var clock = new LatencyClock();
        using HttpClient client = new();
        await loop(client, work[..10], TimeSpan.FromMilliseconds(periodMs), clock); // not counted
        return await loop(client, work, TimeSpan.FromMilliseconds(periodMs), clock);
    }

    /// <summary>
    /// The time from when each request is due until it is served, at a server that processes one request at a time. The j-th request after
    /// the stall began waits for the rest of the stall.
    /// </summary>
    private static double[] DueTimes(int requests, double latencyMs, double periodMs, double stallMs) =>
    [
        .. Enumerable.Range(-requests / 4, requests)
            .Select(j => j < 0 ? latencyMs : Math.Max(latencyMs, stallMs - (j * (periodMs - latencyMs)))),
    ];

    private static double Percentile(double[] times, int percent) => SampleStatistics.Quantile(times, percent / 100.0)!.Value;
}
