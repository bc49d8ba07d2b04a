using System.Diagnostics;
using System.Globalization;
using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.Model;
using Results.Formatting;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Lessons;

/// <summary>Lesson 8: a page that needs N responses is slow if one of them is slow.</summary>
public sealed class TailIsAmplified : ILesson
{
    /// <summary>One request in a hundred.</summary>
    private const double SlowShare = 0.01;

    private const int Passes = 3;

    /// <summary>
    /// The responses that a page needs, and the visitors, who load one page after the other: a few thousand requests a second, much less
    /// than a core can process.
    /// </summary>
    private static readonly (int Width, int Visitors)[] s_pages = [(1, 20), (10, 10), (100, 4)];

    public int Number => 8;

    public string Title => "A rare slow request is met by nearly every page";

    public string Question => "Only one request in a hundred is slow. Why are most of my pages slow?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CountAsync(run, servedShare: SlowShare);

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CountAsync(run, servedShare: 0.05);

    private async Task<LessonResult> CountAsync(LessonRun run, double servedShare)
    {
        (int requests, double usualMs, double slowMs) = run.Pick((10_000, 5.0, 150.0), (1_000, 5.0, 50.0));
        await using ScratchServer server =
            await run.ServeAsync(new LessonScenario(requests, LessonScenario.Bimodal(usualMs, slowMs, 100 * servedShare)));
        int[] numbers = [.. server.Scenario.Requests.Numbers];
        using HttpClient client = new();
        // opens the connections
        await FetchPagesAsync(server, client, numbers[..400], width: 400, visitors: 1);

        List<LessonClaim> claims = [];
        List<LessonObservation> observations = [];
        foreach ((int width, int visitors) in s_pages)
        {
            List<double[]> passes = [];
            while (passes.Count < Passes)
                passes.Add(await FetchPagesAsync(server, client, numbers, width, visitors));
            int pages = passes[0].Length;
            // The same pages are slow in each pass. A stall of this machine also makes pages slow, but not the same ones in each pass.
            int slow = Enumerable.Range(0, pages).Count(page => passes.TrueForAll(pagesMs => pagesMs[page] >= slowMs));
            int drawn = numbers.Chunk(width).Count(page =>
                page.Any(number => SeededDraw.Unit(server.Scenario.Seed, number) >= 1 - SlowShare));
            claims.Add(new LessonClaim(
                Number, Named($"slow-pages-of-{width}"), "pages with a slow draw", drawn, slow, Named($"of {pages} pages"), Regimes.Warm)
            {
                Tolerance = 0,
            });
            observations.Add(ShareOf(width, slow, pages));
            observations.Add(new LessonObservation(
                Named($"half of the pages of {width} are there after"),
                SampleStatistics.Median([.. passes.SelectMany(pagesMs => pagesMs)]),
                "ms",
                Regimes.Warm));
        }

        return new LessonResult(claims) { Observations = observations };
    }

    /// <summary>The measured share of slow pages, beside the share that the law gives.</summary>
    private static LessonObservation ShareOf(int width, int slow, int pages)
    {
        double law = 100 * (1 - Math.Pow(1 - SlowShare, width));
        (double lower, double upper) = Wilson.Interval(slow, pages);
        return new LessonObservation(
            Named($"slow pages of {width}; the law 1 − (1 − p)^N gives {Figures.Significant(law)} %"),
            100.0 * slow / pages,
            "%",
            Regimes.Warm)
        {
            Interval = new MeasuredInterval(100 * lower, 100 * upper),
        };
    }

    private static string Named(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

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
