using System.Diagnostics;
using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Lessons;

/// <summary>Lesson 7: a program can use one response before the others have arrived.</summary>
public sealed class FirstAnswerFirst : ILesson
{
    public int Number => 7;

    public string Title => "The first answer need not wait for the last";

    public string Question => "My page shows fifty answers. Must the first one wait for the slowest?";

    public Task<LessonResult> MeasureAsync(LessonRun run) =>
        CompareAsync(run, work => WhenEach.StreamAsync(work, CancellationToken.None), work => AllThenEachAsync(new WhenAll(), work));

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) =>
        CompareAsync(run, work => AllThenEachAsync(new SequentialAwait(), work), work => AllThenEachAsync(new SequentialAwait(), work));

    private async Task<LessonResult> CompareAsync(
        LessonRun run, Func<FetchWork, IAsyncEnumerable<FetchResult>> whenEach, Func<FetchWork, IAsyncEnumerable<FetchResult>> whenAll)
    {
        LessonScenario scenario =
            run.Pick(new LessonScenario(50, LessonScenario.Uniform(200, 600)), new LessonScenario(5, LessonScenario.Uniform(20, 200)));
        await using ScratchServer server = await run.ServeAsync(scenario);
        double[] latencies =
        [
            .. server.Scenario.Requests.Numbers.Select(number => server.Scenario.OfferedLatency(number).TotalMilliseconds),
        ];

        (double eachFirstMs, double eachLastMs) = await MedianAsync(run, server, whenEach);
        (double allFirstMs, _) = await MedianAsync(run, server, whenAll);
        return new LessonResult(
            new LessonClaim(Number, "when-each-first-answer", "min L", latencies.Min(), eachFirstMs, "ms", Regimes.Warm),
            new LessonClaim(Number, "when-all-first-answer", "max L", latencies.Max(), allFirstMs, "ms", Regimes.Warm),
            new LessonClaim(Number, "when-each-last-answer", "max L", latencies.Max(), eachLastMs, "ms", Regimes.Warm));
    }

    /// <summary>Returns the results of an array: none is available before all of them are.</summary>
    private static async IAsyncEnumerable<FetchResult> AllThenEachAsync(IFetchStrategy strategy, FetchWork work)
    {
        foreach (FetchResult result in await strategy.FetchAsync(work, CancellationToken.None))
            yield return result;
    }

    private static async Task<(double FirstMs, double LastMs)> MedianAsync(
        LessonRun run, ScratchServer server, Func<FetchWork, IAsyncEnumerable<FetchResult>> stream)
    {
        using FetchWork work = server.Work(new WhenEach());
        await WatchAsync(server, stream(work));
        List<(double FirstMs, double LastMs)> seen = [];
        while (seen.Count < run.Pick(5, 1))
            seen.Add(await WatchAsync(server, stream(work)));
        return (
            SampleStatistics.Median([.. seen.Select(one => one.FirstMs)])!.Value,
            SampleStatistics.Median([.. seen.Select(one => one.LastMs)])!.Value);
    }

    /// <summary>When the first response could be used, and when the last.</summary>
    private static async Task<(double FirstMs, double LastMs)> WatchAsync(ScratchServer server, IAsyncEnumerable<FetchResult> stream)
    {
        long start = Stopwatch.GetTimestamp();
        double firstMs = 0.0;
        List<FetchResult> results = [];
        await foreach (FetchResult result in stream)
        {
            results.Add(result);
            if (results.Count == 1)
                firstMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        double lastMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return FetchDigest.Of([.. results.OrderBy(result => result.Index)]) == server.Expected()
            ? (firstMs, lastMs)
            : throw new ExpectedFailureException("The stream returned wrong content.");
    }
}
