using Benchmarks.Fetching;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.Model;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>Lesson 6: a wave lasts as long as its slowest request, while a sliding window continues.</summary>
public sealed class WavesWaste : ILesson
{
    private const int Limit = 10;

    public int Number => 6;

    public string Title => "Waves wait for their slowest";

    public string Question => "Chunk and Task.WhenAll are so short. Why not just do that?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CompareAsync(run, new ChunkWaves(Limit), new SemaphoreSlimBounded(Limit));

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CompareAsync(run, new SemaphoreSlimBounded(Limit), new ChunkWaves(Limit));

    private async Task<LessonResult> CompareAsync(LessonRun run, IFetchStrategy waves, IFetchStrategy sliding)
    {
        (int requests, double usualMs, double slowMs) = run.Pick((150, 20.0, 200.0), (40, 5.0, 80.0));
        var scenario = new LessonScenario(requests, LessonScenario.Bimodal(usualMs, slowMs, slowPercent: 10));
        await using ScratchServer server = await run.ServeAsync(scenario);
        double wavesMs = await run.MedianMsAsync(server, waves);
        double slidingMs = await run.MedianMsAsync(server, sliding);
        return new LessonResult(
            new LessonClaim(
                Number, "chunk-waves", "sum of each wave's longest L", LongestOfEachWave(server.Scenario), wavesMs, "ms", Regimes.Warm),
            new LessonClaim(
                Number,
                "semaphore-slim",
                "each place takes the next as it is free (simulated)",
                Prediction.Of(server.Scenario, new Schedule(Limit)).TotalMilliseconds,
                slidingMs,
                "ms",
                Regimes.Warm));
    }

    private static double LongestOfEachWave(Scenario scenario) =>
        scenario.Requests.Numbers.Chunk(Limit).Sum(wave => wave.Max(number => scenario.OfferedLatency(number).TotalMilliseconds));
}
