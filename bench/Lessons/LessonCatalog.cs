using System.Globalization;
using Benchmarks.Errors;

namespace Benchmarks.Lessons;

/// <summary>Every lesson there is, in the order in which they are read.</summary>
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

    /// <exception cref="UsageException">There is no lesson of that number; the message says which there are.</exception>
    public static ILesson Find(int number) => Find(number.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Find(int)"/>
    public static ILesson Find(string number) =>
        All.FirstOrDefault(lesson => lesson.Number.ToString(CultureInfo.InvariantCulture) == number)
        ?? throw new UsageException($"There is no lesson {number}; there are: {string.Join(", ", All.Select(lesson => lesson.Number))}.");
}
