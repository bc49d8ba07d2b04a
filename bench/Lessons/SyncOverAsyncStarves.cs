using System.Globalization;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Results.Records;

namespace Benchmarks.Lessons;

using Launch = IReadOnlyDictionary<string, double>;

/// <summary>
/// Lesson 10: each blocked call keeps a thread, but its task needs another thread to complete, and the pool grows slowly.
/// </summary>
public sealed class SyncOverAsyncStarves : IColdLesson
{
    public int Number => 10;

    public string Title => "Sync over async starves a cold pool";

    public string Question => "It is only a .Result. Why does the service stand still for seconds, and only after a restart?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CompareAsync(run, "block", "block-on-pool", "timer-on-pool", awaited: "await");

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CompareAsync(run, "await", "await", "await", awaited: "block");

    public Task<Launch> ObserveAsync(string subject, Uri? server, int count) => (subject.Split(' '), server) switch
    {
        (["await"], not null) => ColdFanOut.TwiceAsync(new WhenAll(), server, count),
        (["block"], not null) => ColdFanOut.TwiceAsync(new SyncOverAsync(), server, count),
        (["block-on-pool"], not null) => ColdFanOut.TwiceAsync(new SyncOverAsync(), server, count, onThePool: true),
        (["timer" or "timer-on-pool", var ms], _) => ColdFanOut.TwiceAsync(
            count, wait => Task.Delay(wait).Wait(), ColdFanOut.WaitOf(ms), subject.StartsWith("timer-on-pool", StringComparison.Ordinal)),
        _ => throw ColdFanOut.Unknown(subject),
    };

    // More than the threads that start at once, and so many that the pool waits for the last one for 125 ms or more on any machine.
    public int BlockedThreads(LessonRun run) =>
        (2 * Environment.ProcessorCount) + run.Pick(Math.Max(36, 4 * Environment.ProcessorCount), 10);

    private async Task<LessonResult> CompareAsync(LessonRun run, string blocked, string blockedOnPool, string timersOnPool, string awaited)
    {
        int requests = BlockedThreads(run);
        double latencyMs = run.Pick(500, 20);
        double timerMs = latencyMs / 10; // shorter than the wait for one thread more
        double grownMs = PoolGrowth.MsUntil(requests + 1);
        double oneMoreMs = grownMs - PoolGrowth.MsUntil(requests);
        TimeSpan limit = TimeSpan.FromSeconds(20) + TimeSpan.FromMilliseconds(3 * grownMs);
        double longMs = 3 * latencyMs; // to compile the fan-out takes some ten milliseconds, which would be a large part of L
        await using ScratchServer server = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)));
        await using ScratchServer slowServer = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(longMs)));

        Launch?[] starved = await ColdFanOut.SideBySideAsync(
            [blocked, blockedOnPool, timersOnPool, "timer"], subject => LaunchAsync(subject, server));
        // alone: it needs the processor, so other launches would disturb it
        Launch? free = await LaunchAsync(awaited, slowServer);
        return new LessonResult(
            Claim("blocked", "grow(N + 1) + L", grownMs + latencyMs, starved[0]),
            Claim("blocked-started-on-the-pool", "grow(N + 1) + L", grownMs + latencyMs, starved[1]),
            Claim("timers-started-on-the-pool", "max(grow(N + 1), grow(N) + T)", PoolGrowth.MsOfBlocked(requests, timerMs), starved[2]),
            Claim("blocked-after-n-threads", "grow(N + 1) − grow(N) + L", oneMoreMs + latencyMs, starved[0], ColdFanOut.SinceAllStarted),
            Claim("timers-after-n-threads", "max(grow(N + 1) − grow(N), T)", Math.Max(oneMoreMs, timerMs), starved[2],
                ColdFanOut.SinceAllStarted),
            Claim("awaited", "3 · L", longMs, free))
        {
            Observations =
            [
                new LessonObservation("timers, not started on the pool", starved[3]?[ColdFanOut.First], "ms", Regimes.Cold),
                new LessonObservation(
                    "threads of the pool after the blocked calls", starved[0]?[ColdFanOut.Threads], "threads", Regimes.Warm),
                new LessonObservation("the blocked calls once more", starved[0]?[ColdFanOut.Again], "ms", Regimes.Warm),
            ],
            Growth = starved[0] is { } seen ? PoolSteps.Of(seen) : [],
        };

        Task<Launch?> LaunchAsync(string subject, ScratchServer from) => FreshProcess.MedianAsync(
            run,
            this,
            subject.StartsWith("timer", StringComparison.Ordinal)
                ? string.Create(CultureInfo.InvariantCulture, $"{subject} {timerMs}")
                : subject,
            from.Addresses.Http1,
            requests,
            limit);
    }

    private LessonClaim Claim(
        string name, string formula, double predictedMs, Launch? launch, string figure = ColdFanOut.First) =>
        new(Number, name, formula, predictedMs, launch?.TryGetValue(figure, out double ms) is true ? ms : null, "ms", Regimes.Cold);
}
