using Benchmarks.Fetching;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>Lesson 1: one request after the other takes the sum of the waits, whether the thread is blocked or not.</summary>
public sealed class WaitingIsNotWorking : ILesson
{
    public int Number => 1;

    public string Title => "Waiting is not working";

    public string Question => "I replaced every call by its async twin and awaited it. Why is my loop not faster?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CompareAsync(run, new SequentialSync(), new SequentialAwait());

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CompareAsync(run, new WhenAll(), new SemaphoreSlimBounded(5));

    private async Task<LessonResult> CompareAsync(LessonRun run, IFetchStrategy blocking, IFetchStrategy awaiting)
    {
        (int requests, double latencyMs) = run.Pick((30, 50.0), (15, 20.0));
        await using ScratchServer server = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)));
        double blockedMs = await run.MedianMsAsync(server, blocking);
        double awaitedMs = await run.MedianMsAsync(server, awaiting);
        return new LessonResult(
            new LessonClaim(Number, "sequential-sync", "N · L", requests * latencyMs, blockedMs, "ms", Regimes.Warm),
            new LessonClaim(Number, "sequential-await", "N · L", requests * latencyMs, awaitedMs, "ms", Regimes.Warm));
    }
}
