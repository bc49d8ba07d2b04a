using System.Globalization;
using BenchGate.Errors;

namespace Benchmarks.Lessons;

/// <summary>All lessons, in reading order.</summary>
public static class LessonCatalog
{
    public static IReadOnlyList<ILesson> All { get; } =
    [
        new WaitingIsNotWorking(),
        new WaitForAllOfThem(),
        new OneClient(),
        new BoundAndTime(),
        new BoundNotTool(),
        new WavesWaste(),
        new FirstAnswerFirst(),
        new TailIsAmplified(),
        new ServerHasACapacity(),
        new SyncOverAsyncStarves(),
        new NotAllBlockingIsEqual(),
        new OneThreadIsEnough(),
        new WaitingHolds(),
        new CoresDoTheWork(),
        new ParsingIsWork(),
        new StreamsOnOneConnection(),
        new FailureInAFanOut(),
        new CoordinatedOmission(),
    ];

    /// <exception cref="UsageException">There is no lesson with this number; the message lists the lessons.</exception>
    public static ILesson Find(int number) => Find(number.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Find(int)"/>
    public static ILesson Find(string number) =>
        All.FirstOrDefault(lesson => lesson.Number.ToString(CultureInfo.InvariantCulture) == number)
        ?? throw new UsageException($"There is no lesson {number}; there are: {string.Join(", ", All.Select(lesson => lesson.Number))}.");
}
