using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Lessons;

/// <summary>Lesson 15: after the waiting, the work on each page remains. It is divided among the cores.</summary>
public sealed class ParsingIsWork : ILesson
{
    public int Number => 15;

    public string Title => "After the waiting comes the parsing";

    public string Question => "Real pages are a hundred times as big as the test's. Does the fan-out still end with the longest wait?";

    public Task<LessonResult> MeasureAsync(LessonRun run) =>
        CompareAsync(run, PagesToParse.ParseOnAllCores, pages => pages.FetchThenParseAsync());

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) =>
        CompareAsync(run, PagesToParse.ParseOnOneThread, pages => pages.OneAfterTheOtherAsync());

    // Parsing alone is timed over all pages four times. Otherwise the start of the threads would be a large part of the time.
    private const int Times = 4;

    private async Task<LessonResult> CompareAsync(
        LessonRun run, Func<byte[][], string[]> onAllCores, Func<PagesToParse, Task<string[]>> fetchThenParse)
    {
        int cores = Environment.ProcessorCount;
        (int requests, double latencyMs) = run.Pick((150, 57.0), (30, 10.0));
        await using ScratchServer server =
            await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)) { FullBodies = true });
        using FetchWork work = server.Work(new WhenAll());
        var pages = new PagesToParse(work);
        byte[][] bodies = await pages.FetchAsync();
        string[] names = PagesToParse.ParseOnOneThread(bodies);
        FetchResult[] parsed = [.. names.Select((name, i) => new FetchResult(i, 200, ThreadId: 0, bodies[i].Length, name))];
        if (FetchDigest.Of(parsed) != server.Expected())
            throw new ExpectedFailureException("The pages are wrong.");

        byte[][] bodiesAgain = [.. Enumerable.Repeat(bodies, Times).SelectMany(all => all)];
        string[] namesAgain = [.. Enumerable.Repeat(names, Times).SelectMany(all => all)];
        List<double> busyMs = [];
        double[] ms = await ByTurns.MediansMsAsync(
            run.Pick(21, 2),
            found =>
            {
                if (!found.SequenceEqual(found.Length == names.Length ? names : namesAgain))
                    throw new InvalidOperationException("The names are wrong.");
            },
            () =>
            {
                (string[] found, double coreMs) = PagesToParse.ParseOnEveryCore(bodiesAgain);
                busyMs.Add(coreMs);
                return Task.FromResult(found);
            },
            () => Task.FromResult(onAllCores(bodiesAgain)),
            async () =>
            {
                await pages.FetchAsync();
                return names;
            },
            () => fetchThenParse(pages),
            pages.ParseAsTheyComeAsync);
        (double parseMs, double fetchMs) = (SampleStatistics.Median([.. busyMs.Skip(1)])!.Value / Times, ms[2]);
        return new LessonResult(
            new LessonClaim(Number, "parse-on-all-cores", "N · parse / cores", parseMs / cores, ms[1] / Times, "ms", Regimes.Warm),
            new LessonClaim(
                Number, "fetch-then-parse", "fetch + N · parse / cores", fetchMs + (parseMs / cores), ms[3], "ms", Regimes.Warm))
        {
            Observations =
            [
                new LessonObservation("longest wait, max L", latencyMs, "ms", Regimes.Warm),
                new LessonObservation("fetch: all pages, none parsed", fetchMs, "ms", Regimes.Warm),
                new LessonObservation("N · parse: all pages on one core, the others as busy", parseMs, "ms", Regimes.Warm),
                new LessonObservation("each page parsed as it comes", ms[4], "ms", Regimes.Warm),
                new LessonObservation("parse: one page", parseMs / requests, "ms", Regimes.Warm),
                new LessonObservation("size of a page, on average", bodies.Average(body => body.Length) / 1024, "KB", Regimes.Warm),
            ],
        };
    }
}
