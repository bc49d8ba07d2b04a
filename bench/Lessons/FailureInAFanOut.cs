using System.Diagnostics;
using System.Text.Json.Nodes;
using Benchmarks.Serving;
using Fixtures.Model;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Lessons;

using Way = Func<FaultyFanOut, Task<Outcome>>;

/// <summary>Lesson 17: two requests fail, one stalls. The caller's code decides what it gets, and when.</summary>
public sealed class FailureInAFanOut : ILesson
{
    public int Number => 17;

    public string Title => "Two fail and one stalls";

    public string Question => "A hundred requests: two of them fail and one hangs. Do I lose the other ninety-seven?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CompareAsync(
        run,
        allOrNothing: fanOut => fanOut.AllOrNothingAsync(),
        eachOnItsOwn: fanOut => fanOut.EachOnItsOwnAsync(),
        firstFailure: fanOut => fanOut.FirstFailureEndsAllAsync());

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CompareAsync(
        run,
        allOrNothing: fanOut => fanOut.FirstFailureEndsAllAsync(),
        eachOnItsOwn: fanOut => fanOut.AllOrNothingAsync(),
        firstFailure: fanOut => fanOut.AllOrNothingAsync());

    private async Task<LessonResult> CompareAsync(LessonRun run, Way allOrNothing, Way eachOnItsOwn, Way firstFailure)
    {
        (int requests, double latencyMs, double limitMs, double stallMs) = run.Pick((100, 100.0, 300.0, 1500.0), (20, 30.0, 250.0, 600.0));
        JsonArray faults = Faults(requests, stallMs);
        await using ScratchServer server =
            await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)) { Faults = faults });
        RequestPlan plan = server.Scenario.Requests;
        Uri[] urls = [.. plan.Numbers.Select(number => new Uri(server.Addresses.Http1, plan.PathOf(number)))];

        (double allMs, Outcome all) = await MedianAsync(allOrNothing);
        (double eachMs, Outcome each) = await MedianAsync(eachOnItsOwn);
        (double firstMs, _) = await MedianAsync(firstFailure);
        return new LessonResult(
            new LessonClaim(Number, "when-all-tells-after", "L + stall", latencyMs + stallMs, allMs, "ms", Regimes.Warm),
            new LessonClaim(Number, "when-all-knows", "failures", faults.Count - 1, all.Failures, "failures", Regimes.Warm)
            {
                Tolerance = 0,
            },
            new LessonClaim(Number, "each-on-its-own-ends-after", "the time limit", limitMs, eachMs, "ms", Regimes.Warm),
            new LessonClaim(
                Number, "each-on-its-own-keeps", "N − failures − stalls", requests - faults.Count, each.Answers, "answers", Regimes.Warm)
            {
                Tolerance = 0,
            },
            new LessonClaim(Number, "first-failure-tells-after", "before the time limit", limitMs, firstMs, "ms", Regimes.Warm)
            {
                Relation = Relation.AtMost,
            })
        {
            Observations =
            [
                new LessonObservation("failures that catch around await Task.WhenAll meets", all.Caught, "failures", Regimes.Warm),
                new LessonObservation("answers that it is left with", all.Answers, "answers", Regimes.Warm),
            ],
        };

        async Task<(double Ms, Outcome Outcome)> MedianAsync(Way way)
        {
            using HttpClient client = new();
            var fanOut = new FaultyFanOut(client, urls, TimeSpan.FromMilliseconds(limitMs));
            Outcome outcome = await way(fanOut with { Urls = urls[..^1] }); // not counted, and without the stall
            List<double> times = [];
            while (times.Count < run.Pick(3, 1))
            {
                long start = Stopwatch.GetTimestamp();
                outcome = await way(fanOut);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return (SampleStatistics.Median(times)!.Value, outcome);
        }
    }

    /// <summary>
    /// The last three requests, each after its latency: an overloaded server, a reset connection, and, last, a response
    /// that stalls after its headers.
    /// </summary>
    private static JsonArray Faults(int requests, double stallMs) =>
    [
        LessonScenario.Fault("status", requests - 2),
        LessonScenario.Fault("connection-reset", requests - 1),
        LessonScenario.Fault("stall", requests, stallMs),
    ];
}
