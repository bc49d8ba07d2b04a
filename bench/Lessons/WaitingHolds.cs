using Benchmarks.Micro;
using Results.Records;
using Results.Statistics;

namespace Benchmarks.Lessons;

/// <summary>Lesson 13: the memory that an operation needs while it waits, as a task and as a thread.</summary>
public sealed class WaitingHolds : ILesson
{
    /// <summary>
    /// Words of a waiting async method without locals (runtime: Task.cs, AsyncTaskMethodBuilderT.cs): the object's header and type 2, a
    /// task's own fields 6, its result 1, the state machine 4 (state, builder, one parameter, one awaiter); and its entries in two lists.
    /// </summary>
    private const int TaskWords = 2 + 6 + 1 + 4 + 2;

    private const double ArticleTaskBytes = 1024;
    private const double ArticleThreadBytes = 1024 * 1024;

    public int Number => 13;

    public string Title => "What a waiting operation holds";

    public string Question => "Article A says 1 KB for a coroutine and 1 MB for a thread. In .NET, too?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CompareAsync(run, WaitingKind.Task, WaitingKind.Thread);

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CompareAsync(run, WaitingKind.Thread, WaitingKind.Task);

    private async Task<LessonResult> CompareAsync(LessonRun run, WaitingKind light, WaitingKind heavy)
    {
        Held task = await HoldAsync(run, light);
        Held thread = await HoldAsync(run, heavy);
        return new LessonResult(
            Claim("task-resident", "15 words", TaskWords * IntPtr.Size, task.Resident, Relation.Equal),
            Claim("task-against-the-article", "1 KB", ArticleTaskBytes, task.Resident, Relation.AtMost),
            Claim("thread-resident", "2 pages", 2 * Environment.SystemPageSize, thread.Resident, Relation.AtLeast),
            Claim("thread-reserved-against-the-article", "1 MB", ArticleThreadBytes, thread.Reserved, Relation.AtLeast))
        {
            Observations =
            [
                new LessonObservation("a task's objects on the heap", task.Managed, "bytes", Regimes.Cold),
                new LessonObservation("a thread's objects on the heap", thread.Managed, "bytes", Regimes.Cold),
                new LessonObservation("tasks in the resident memory of one thread", thread.Resident / task.Resident, "tasks", Regimes.Cold),
            ],
        };
    }

    /// <summary>Each launch measures a crowd in its own process.</summary>
    private static async Task<Held> HoldAsync(LessonRun run, WaitingKind kind)
    {
        int count = kind == WaitingKind.Task ? run.Pick(100_000, 10_000) : run.Pick(1000, 100);
        List<WaitingMemory> launches = [];
        while (launches.Count < run.Launches)
            launches.Add(await Task.Run(() => WaitingMemory.Measure(kind, count)));
        return new Held(Median(one => one.ManagedBytes), Median(one => one.ResidentBytes), Median(one => one.ReservedBytes));

        double? Median(Func<WaitingMemory, double?> figure) => SampleStatistics.Median([.. launches.Select(figure).OfType<double>()]);
    }

    private LessonClaim Claim(string name, string formula, double predicted, double? measured, Relation relation) =>
        new(Number, name, formula, predicted, measured, "bytes", Regimes.Cold) { Relation = relation, Tolerance = 0.25 };

    /// <summary>Bytes for each waiting operation, medians; null if the system does not provide them.</summary>
    private sealed record Held(double? Managed, double? Resident, double? Reserved);
}
