using System.Globalization;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Results.Records;

namespace Benchmarks.Lessons;

using Launch = IReadOnlyDictionary<string, double>;

/// <summary>
/// Lesson 11: what a blocked thread waits for decides whether the pool notices it, and whether the wait can end without another thread.
/// </summary>
public sealed class NotAllBlockingIsEqual : IColdLesson
{
    public int Number => 11;

    public string Title => "Not all blocking is equal";

    public string Question => "My code has to block. Does it matter how?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CompareAsync(run, "wait", "send-connected", "event", "thread", "minimum");

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CompareAsync(run, "thread", "wait", "wait", "wait", "wait");

    public Task<Launch> ObserveAsync(string subject, Uri? server, int count)
    {
        if (subject == "minimum")
            _ = ThreadPool.SetMinThreads(count + Environment.ProcessorCount, Environment.ProcessorCount);
        return (subject.Split(' '), server) switch
        {
            (["event", var ms], _) => ColdFanOut.TwiceAsync(count, WaitForEvent, ColdFanOut.WaitOf(ms)),
            (["send"], not null) => ColdFanOut.TwiceAsync(new TaskRunSync(), server, count),
            (["send-connected"], not null) => ColdFanOut.TwiceAsync(new TaskRunSync(), server, count, connected: true),
            (["thread"], not null) => ColdFanOut.TwiceAsync(new ThreadPerRequest(), server, count, connected: true),
            (["wait" or "minimum"], not null) => ColdFanOut.TwiceAsync(new SyncOverAsync(), server, count, connected: true),
            _ => throw ColdFanOut.Unknown(subject),
        };
    }

    public int BlockedThreads(LessonRun run) => (2 * Environment.ProcessorCount) + run.Pick(24, 8);

    /// <summary>Blocks like <c>Thread.Sleep</c>, a lock or a file: the pool does not notice it.</summary>
    private static void WaitForEvent(TimeSpan wait)
    {
        using var never = new ManualResetEvent(initialState: false);
        never.WaitOne(wait);
    }

    private async Task<LessonResult> CompareAsync(
        LessonRun run, string wait, string sendConnected, string unheard, string thread, string minimum)
    {
        int requests = BlockedThreads(run);
        double latencyMs = run.Pick(800, 20);
        double growthMs = PoolGrowth.MsOfBlocked(requests, latencyMs);
        ThreadPool.GetMinThreads(out int threads, out _);
        double roundsMs = Math.Ceiling((double)requests / threads) * latencyMs;
        TimeSpan limit = TimeSpan.FromSeconds(20) + TimeSpan.FromMilliseconds(3 * Math.Max(growthMs, roundsMs));
        await using ScratchServer server = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)));

        Launch?[] starved = await ColdFanOut.SideBySideAsync([wait, sendConnected, unheard, "send"], LaunchAsync);
        Launch? ownThread = await LaunchAsync(thread); // alone: it needs the processor, so other launches would disturb it
        Launch? raised = await LaunchAsync(minimum);
        return new LessonResult(
            Claim("task-wait", "max(grow(N + 1), grow(N) + L)", growthMs, starved[0]),
            Claim("send-on-open-connections", "ceil(N / minimum) · L", roundsMs, starved[1]) with { Relation = Relation.AtMost },
            Claim("event", "ceil(N / minimum) · L", roundsMs, starved[2]) with { Relation = Relation.AtMost },
            Claim("thread-per-request", "L", latencyMs, ownThread),
            Claim("minimum-raised", "L", latencyMs, raised))
        {
            Observations =
            [
                Threads("threads of the pool after Task.Wait", starved[0]),
                Threads("threads of the pool after Send on open connections", starved[1]),
                Threads("threads of the pool after waiting for an event", starved[2]),
                new LessonObservation("Send on new connections", starved[3]?[ColdFanOut.First], "ms", Regimes.Cold),
                Threads("threads of the pool after that", starved[3]),
            ],
        };

        Task<Launch?> LaunchAsync(string subject) => FreshProcess.MedianAsync(
            run,
            this,
            subject == "event" ? string.Create(CultureInfo.InvariantCulture, $"event {latencyMs}") : subject,
            server.Addresses.Http1,
            requests,
            limit);
    }

    private LessonClaim Claim(string name, string formula, double predictedMs, Launch? measured) =>
        new(Number, name, formula, predictedMs, measured?[ColdFanOut.First], "ms", Regimes.Cold);

    private static LessonObservation Threads(string name, Launch? measured) =>
        new(name, measured?[ColdFanOut.Threads], "threads", Regimes.Cold);
}
