using Benchmarks.Fetching;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>
/// Lesson 12: one thread can wait for all requests. Its work needs no lock if there is no await in the middle.
/// </summary>
public sealed class OneThreadIsEnough : ILesson
{
    public int Number => 12;

    public string Title => "One thread is enough to wait";

    public string Question => "Article A says that its 200 requests ran on a single thread, without locks. Does that work here, too?";

    public async Task<LessonResult> MeasureAsync(LessonRun run) => new(
    [
        .. await FetchAsync(run, new WhenAllOneThread(), new WhenAllOneThread()),
        .. await CountAsync(
            run,
            oneThread: work => SharedCountOnOneThread(work, count => count.AddWithoutLock),
            pool: work => SharedCountOnPoolAsync(work, count => count.AddWithoutLock),
            interlocked: work => SharedCountOnPoolAsync(work, count => count.AddInterlocked),
            acrossAwait: work => SharedCountOnOneThread(work, count => count.AddAcrossAwaitAsync)),
    ]);

    public async Task<LessonResult> MeasureWrongAsync(LessonRun run) => new(
    [
        .. await FetchAsync(run, new SemaphoreSlimBounded(5), new ThreadPerRequest()),
        .. await CountAsync(
            run,
            oneThread: work => SharedCountOnPoolAsync(work, count => count.AddWithoutLock),
            pool: work => SharedCountOnOneThread(work, count => count.AddWithoutLock),
            interlocked: work => SharedCountOnPoolAsync(work, count => count.AddWithoutLock),
            acrossAwait: work => SharedCountOnOneThread(work, count => count.AddWithoutLock)),
    ]);

    private async Task<LessonClaim[]> FetchAsync(LessonRun run, IFetchStrategy timed, IFetchStrategy watched)
    {
        (int requests, double latencyMs) = run.Pick((150, 400.0), (30, 50.0));
        await using ScratchServer server = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)));
        double ms = await run.MedianMsAsync(server, timed, operations: 5);
        using FetchWork work = server.Work(watched);
        FetchResult[] results = await watched.FetchAsync(work, CancellationToken.None);
        int threads = results.DistinctBy(result => result.ThreadId).Count();
        return
        [
            new LessonClaim(Number, "when-all-one-thread", "max L", latencyMs, ms, "ms", Regimes.Warm),
            new LessonClaim(Number, "threads-that-read-answers", "1", 1, threads, "threads", Regimes.Warm) { Tolerance = 0 },
        ];
    }

    private async Task<LessonClaim[]> CountAsync(
        LessonRun run,
        Func<FetchWork, Task<int>> oneThread,
        Func<FetchWork, Task<int>> pool,
        Func<FetchWork, Task<int>> interlocked,
        Func<FetchWork, Task<int>> acrossAwait)
    {
        await using ScratchServer server = await run.ServeAsync(new LessonScenario(run.Pick(150, 50), LessonScenario.Fixed(50)));
        using FetchWork work = server.Work(new WhenAll());
        string[] pages = await Task.WhenAll(work.Requests.Select(request => work.Client.GetStringAsync(request.Url)));
        int objects = pages.Sum(page => page.Count(letter => letter == '{'));
        return
        [
            new LessonClaim(
                Number,
                "count-without-lock-on-one-thread",
                "each page counted by itself",
                objects,
                await oneThread(work),
                "objects",
                Regimes.Warm)
            {
                Tolerance = 0,
            },
            new LessonClaim(
                Number, "count-without-lock-on-the-pool", "fewer than there are", objects - 1, await pool(work), "objects", Regimes.Warm)
            {
                Tolerance = 0,
                Relation = Relation.AtMost,
            },
            new LessonClaim(
                Number,
                "count-interlocked-on-the-pool",
                "each page counted by itself",
                objects,
                await interlocked(work),
                "objects",
                Regimes.Warm)
            {
                Tolerance = 0,
            },
            new LessonClaim(
                Number,
                "count-across-an-await-on-one-thread",
                "fewer than there are",
                objects - 1,
                await acrossAwait(work),
                "objects",
                Regimes.Warm)
            {
                Tolerance = 0,
                Relation = Relation.AtMost,
            },
        ];
    }

    private static Task<int> SharedCountOnOneThread(FetchWork work, Func<SharedCount, Func<Task>> addOne)
    {
        var count = new SharedCount();
        return Task.FromResult(SingleThreadContext.Run(() => count.OfAsync(work, addOne(count))));
    }

    private static Task<int> SharedCountOnPoolAsync(FetchWork work, Func<SharedCount, Func<Task>> addOne)
    {
        var count = new SharedCount();
        return Task.Run(() => count.OfAsync(work, addOne(count)));
    }
}
