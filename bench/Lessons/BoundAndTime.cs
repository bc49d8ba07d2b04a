using System.Globalization;
using Benchmarks.Fetching;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>Lesson 4: a bounded fan-out completes c requests in each period of L (Little's law).</summary>
public sealed class BoundAndTime : ILesson
{
    public int Number => 4;

    public string Title => "A bound has a price you can compute";

    public string Question => "How many requests at once are enough?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => SweepAsync(run, limit => new SemaphoreSlimBounded(limit));

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => SweepAsync(run, _ => new SemaphoreSlimBounded(1));

    private async Task<LessonResult> SweepAsync(LessonRun run, Func<int, IFetchStrategy> bounded)
    {
        (int requests, double latencyMs) = run.Pick((150, 100.0), (12, 5.0));
        await using ScratchServer server = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)));
        List<LessonClaim> claims = [];
        foreach (int limit in (int[])[100, 50, 25, 10, 5, 2])
        {
            // Long operations vary little, and the process is already warm.
            (int operations, int warmups) = limit >= 10 ? (5, 1) : (1, 0);
            double ms = await run.MedianMsAsync(server, bounded(limit), operations, warmups);
            string name = string.Create(CultureInfo.InvariantCulture, $"limit-{limit}");
            claims.Add(new LessonClaim(
                Number, name, "ceil(N / c) · L", Math.Ceiling((double)requests / limit) * latencyMs, ms, "ms", Regimes.Warm));
        }

        return new LessonResult(claims);
    }
}
