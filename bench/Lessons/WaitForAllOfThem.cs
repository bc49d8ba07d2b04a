using Benchmarks.Fetching;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>Lesson 2: requests that wait together take the longest wait, not the sum. The results keep their order.</summary>
public sealed class WaitForAllOfThem : ILesson
{
    public int Number => 2;

    public string Title => "Wait for all of them at once";

    public string Question => "What do I write instead of the loop, and are the results still in order?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CompareAsync(run, new WhenAll(), new SequentialAwait());

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CompareAsync(run, new AsTheyEnd(1), new AsTheyEnd(100));

    private async Task<LessonResult> CompareAsync(LessonRun run, IFetchStrategy together, IFetchStrategy loop)
    {
        (int requests, double minMs, double maxMs) = run.Pick((100, 50.0, 150.0), (15, 5.0, 25.0));
        await using ScratchServer server = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Uniform(minMs, maxMs)));
        double[] latencies =
        [
            .. server.Scenario.Requests.Numbers.Select(number => server.Scenario.OfferedLatency(number).TotalMilliseconds),
        ];

        int inPlace = await InPlaceAsync(server, together);
        double togetherMs = await run.MedianMsAsync(server, together, operations: 5);
        double loopMs = await run.MedianMsAsync(server, loop, operations: 1, warmups: 0);
        return new LessonResult(
            new LessonClaim(Number, "sequential-await", "sum L", latencies.Sum(), loopMs, "ms", Regimes.Warm),
            new LessonClaim(Number, "when-all", "max L", latencies.Max(), togetherMs, "ms", Regimes.Warm),
            new LessonClaim(Number, "results-in-their-place", "N", latencies.Length, inPlace, "results", Regimes.Warm) { Tolerance = 0 });
    }

    private static async Task<int> InPlaceAsync(ScratchServer server, IFetchStrategy strategy)
    {
        using FetchWork work = server.Work(strategy);
        FetchResult[] results = await strategy.FetchAsync(work, CancellationToken.None);
        return results.Where((result, place) => result.Index == place).Count();
    }
}
