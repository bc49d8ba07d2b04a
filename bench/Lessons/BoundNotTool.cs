using Benchmarks.Fetching;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>Lesson 5: the same bound takes the same time with any tool, and the default bound is the number of cores.</summary>
public sealed class BoundNotTool : ILesson
{
    private const int Limit = 10;

    public int Number => 5;

    public string Title => "The bound counts, not the tool";

    public string Question => "SemaphoreSlim, Parallel.ForEachAsync, a channel or MaxConnectionsPerServer: which one is fastest?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CompareAsync(run, Limit, new ForEachAsyncDefault());

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CompareAsync(run, Limit / 3, new WhenAll());

    private async Task<LessonResult> CompareAsync(LessonRun run, int limit, IFetchStrategy unbounded)
    {
        (int requests, double latencyMs) = run.Pick((150, 60.0), (20, 10.0));
        await using ScratchServer server = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)));
        List<LessonClaim> claims = [];
        IFetchStrategy[] tools =
        [
            new SemaphoreSlimBounded(limit),
            new ParallelForEachAsync(limit),
            new ChannelWorkers(limit),
            new MaxConnectionsPerServer(limit),
        ];
        foreach (IFetchStrategy tool in tools)
        {
            double ms = await run.MedianMsAsync(server, tool);
            claims.Add(new LessonClaim(
                Number,
                tool.Descriptor.Id,
                "ceil(N / 10) · L",
                Math.Ceiling((double)requests / Limit) * latencyMs,
                ms,
                "ms",
                Regimes.Warm));
        }

        return new LessonResult([.. claims, await DefaultAsync(run, unbounded)]);
    }

    private async Task<LessonClaim> DefaultAsync(LessonRun run, IFetchStrategy unbounded)
    {
        int cores = Environment.ProcessorCount;
        (int requests, double latencyMs) = run.Pick((30 * cores, 50.0), (6 * cores, 20.0));
        await using ScratchServer server = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)));
        double ms = await run.MedianMsAsync(server, unbounded);
        return new LessonClaim(
            Number,
            "parallel-for-each-async-default",
            "ceil(N / cores) · L",
            Math.Ceiling((double)requests / cores) * latencyMs,
            ms,
            "ms",
            Regimes.Warm);
    }
}
