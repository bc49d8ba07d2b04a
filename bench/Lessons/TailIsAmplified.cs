using System.Diagnostics;
using System.Globalization;
using Benchmarks.Errors;
using Benchmarks.Fetching;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Lessons;

/// <summary>Lesson 8: a page that needs N responses is slow if one of them is slow.</summary>
public sealed class TailIsAmplified : ILesson
{
    /// <summary>One request in a hundred.</summary>
    private const double SlowShare = 0.01;

    /// <summary>
    /// The responses that a page needs, and the visitors, who load one page after the other: a few thousand requests a second, much less
    /// than a core can process.
    /// </summary>
    private static readonly (int Width, int Visitors)[] s_pages = [(1, 20), (10, 10), (100, 4)];

    public int Number => 8;

    public string Title => "A rare slow request is met by nearly every page";

    public string Question => "Only one request in a hundred is slow. Why are most of my pages slow?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CountAsync(run, slowPercent: 100 * SlowShare);

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CountAsync(run, slowPercent: 5);

    private async Task<LessonResult> CountAsync(LessonRun run, double slowPercent)
    {
        (int requests, double usualMs, double slowMs) = run.Pick((10_000, 5.0, 150.0), (1_000, 5.0, 50.0));
        await using ScratchServer server =
            await run.ServeAsync(new LessonScenario(requests, LessonScenario.Bimodal(usualMs, slowMs, slowPercent)));
        using HttpClient client = new();
        // opens the connections
        await FetchPagesAsync(server, client, [.. server.Scenario.Requests.Numbers.Take(400)], width: 400, visitors: 1);

        List<LessonClaim> claims = [];
        List<LessonObservation> observations = [];
        foreach ((int width, int visitors) in s_pages)
        {
            // The same pages are slow in each pass. The median ignores a stall of this machine, which delays many pages at once.
            List<double[]> passes = [];
            while (passes.Count < run.Pick(3, 1))
                passes.Add(await FetchPagesAsync(server, client, [.. server.Scenario.Requests.Numbers], width, visitors));
            double slowPages =
                SampleStatistics.Median([.. passes.Select(pagesMs => pagesMs.Count(ms => ms >= slowMs) / (double)pagesMs.Length)])!.Value;
            string name = string.Create(CultureInfo.InvariantCulture, $"slow-pages-of-{width}");
            claims.Add(new LessonClaim(
                Number, name, "1 − (1 − p)^N", 100 * (1 - Math.Pow(1 - SlowShare, width)), 100 * slowPages, "%", Regimes.Warm));
            observations.Add(new LessonObservation(
                string.Create(CultureInfo.InvariantCulture, $"half of the pages of {width} are there after"),
                SampleStatistics.Median([.. passes.SelectMany(pagesMs => pagesMs)]),
                "ms",
                Regimes.Warm));
        }

        return new LessonResult(claims) { Observations = observations };
    }

    /// <summary>Each page fetches <paramref name="width"/> requests at once. The next requests belong to the next page.</summary>
    /// <returns>How long each page took, in milliseconds.</returns>
    private static async Task<double[]> FetchPagesAsync(
        ScratchServer server, HttpClient client, IReadOnlyList<int> numbers, int width, int visitors)
    {
        FetchWork[] pages =
        [
            .. numbers.Chunk(width).Select(page => FetchWork.For(new WhenAll(), server.Addresses, server.Scenario.Requests, page, client)),
        ];
        double[] pagesMs = new double[pages.Length];
        var results = new FetchResult[pages.Length][];
        await Parallel.ForEachAsync(pages.Index(), new ParallelOptions { MaxDegreeOfParallelism = visitors }, async (page, stop) =>
        {
            long start = Stopwatch.GetTimestamp();
            results[page.Index] = await new WhenAll().FetchAsync(page.Item, stop);
            pagesMs[page.Index] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        var fetched = FetchDigest.Of([.. results.SelectMany(page => page).Select((result, i) => result with { Index = i })]);
        return fetched == ExpectedResults.Digest(server.Scenario, numbers)
            ? pagesMs
            : throw new ExpectedFailureException("The pages have wrong content.");
    }
}
