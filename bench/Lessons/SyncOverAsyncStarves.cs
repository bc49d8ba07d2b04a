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
        (["block"], not null) => ColdFanOut.TwiceAsync(new SyncOverAsync(), server, count, watched: true),
        (["block-on-pool"], not null) => ColdFanOut.TwiceAsync(new SyncOverAsync(), server, count, onThePool: true),
        (["timer" or "timer-on-pool", var ms], _) => ColdFanOut.TwiceAsync(
            count, wait => Task.Delay(wait).Wait(), ColdFanOut.WaitOf(ms), subject.StartsWith("timer-on-pool", StringComparison.Ordinal)),
        _ => throw ColdFanOut.Unknown(subject),
    };

    private async Task<LessonResult> CompareAsync(LessonRun run, string blocked, string blockedOnPool, string timersOnPool, string awaited)
    {
        // more than the threads that start at once, with any number of cores
        int requests = (2 * Environment.ProcessorCount) + run.Pick(36, 10);
        double latencyMs = run.Pick(300, 20);
        double growthMs = PoolGrowth.MsOfBlocked(requests, latencyMs);
        TimeSpan limit = TimeSpan.FromSeconds(20) + TimeSpan.FromMilliseconds(3 * growthMs);
        await using ScratchServer server = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)));

        Launch?[] starved = await ColdFanOut.SideBySideAsync([blocked, blockedOnPool, timersOnPool, "timer"], LaunchAsync);
        Launch? free = await LaunchAsync(awaited); // alone: it needs the processor, so other launches would disturb it
        return new LessonResult(
            Claim("blocked", "max(grow(N + 1), grow(N) + L)", growthMs, starved[0]),
            Claim("blocked-started-on-the-pool", "max(grow(N + 1), grow(N) + L)", growthMs, starved[1]),
            Claim("timers-started-on-the-pool", "max(grow(N + 1), grow(N) + L)", growthMs, starved[2]),
            Claim("awaited", "L", latencyMs, free))
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

        Task<Launch?> LaunchAsync(string subject) => FreshProcess.MedianAsync(
            run,
            this,
            subject.StartsWith("timer", StringComparison.Ordinal)
                ? string.Create(CultureInfo.InvariantCulture, $"{subject} {latencyMs}")
                : subject,
            server.Addresses.Http1,
            requests,
            limit);
    }

    private LessonClaim Claim(string name, string formula, double predictedMs, Launch? measured) =>
        new(Number, name, formula, predictedMs, measured?[ColdFanOut.First], "ms", Regimes.Cold) { Tolerance = 0.25 };
}
