using Fixtures.Latency;
using Results.Records;
using Way = System.Func<System.Threading.Tasks.Task<int[]>>;

namespace Benchmarks.Lessons;

/// <summary>Lesson 14: work that keeps a core busy takes work / cores at best, and async does not add cores.</summary>
public sealed class CoresDoTheWork : ILesson
{
    public int Number => 14;

    public string Title => "Computing needs cores, not async";

    public string Question => "My program computes instead of waiting. Does async make that faster, too?";

    public Task<LessonResult> MeasureAsync(LessonRun run) =>
        CompareAsync(run, (work, _) => (work.AsyncFanOut, work.ParallelFor, work.TaskRun));

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) =>
        CompareAsync(run, (work, waiting) => (waiting, work.AsyncFanOut, work.AsyncFanOut));

    private async Task<LessonResult> CompareAsync(LessonRun run, Func<CpuWork, Way, (Way AsyncFanOut, Way ParallelFor, Way TaskRun)> ways)
    {
        int cores = Environment.ProcessorCount;
        var work = new CpuWork(run.Pick(12, 4) * cores, run.Pick(120_000, 40_000));
        int answer = CpuWork.PrimesBelow(work.Limit);
        void Check(int[] primes)
        {
            if (primes.Length != work.Pieces || primes.Any(count => count != answer))
                throw new InvalidOperationException("The number of primes is wrong.");
        }

        using var clock = new LatencyClock();
        double[] piece = await ByTurns.MediansMsAsync(3, Check, work.OneAfterTheOther);
        Way waiting = () => work.WaitingFanOutAsync(clock, TimeSpan.FromMilliseconds(piece[0] / work.Pieces), answer);
        (Way asyncFanOut, Way parallelFor, Way taskRun) = ways(work, waiting);

        double[] ms =
            await ByTurns.MediansMsAsync(run.Pick(9, 3), Check, work.OneAfterTheOther, asyncFanOut, parallelFor, taskRun, waiting);
        return new LessonResult(
            new LessonClaim(Number, "async-fan-out", "work", ms[0], ms[1], "ms", Regimes.Warm),
            new LessonClaim(Number, "parallel-for", "work / cores", ms[0] / cores, ms[2], "ms", Regimes.Warm),
            new LessonClaim(Number, "task-run", "work / cores", ms[0] / cores, ms[3], "ms", Regimes.Warm))
        {
            Observations =
            [
                new LessonObservation("work: one piece after the other", ms[0], "ms", Regimes.Warm),
                new LessonObservation("one piece", ms[0] / work.Pieces, "ms", Regimes.Warm),
                new LessonObservation("async fan-out of pieces that wait as long as these compute", ms[4], "ms", Regimes.Warm),
            ],
        };
    }
}
