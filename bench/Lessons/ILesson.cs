using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>A lesson, as claims that are measured. Its page is <c>bench/Lessons/NN-title.md</c>.</summary>
public interface ILesson
{
    /// <summary>From 1, in reading order.</summary>
    int Number { get; }

    /// <summary>A short sentence without a full stop; the page's name is made from it.</summary>
    string Title { get; }

    /// <summary>The question of a newcomer.</summary>
    string Question { get; }

    /// <summary>Measures every claim; under a minute at full size.</summary>
    Task<LessonResult> MeasureAsync(LessonRun run);

    /// <summary>How many threads of a pool it blocks at once; 0 if it blocks none.</summary>
    int BlockedThreads(LessonRun run) => 0;

    /// <summary>The same claims, measured with code that does not do what they say. This proves that each claim can fail.</summary>
    Task<LessonResult> MeasureWrongAsync(LessonRun run);
}

/// <summary>A lesson about what happens in a fresh process only; see <see cref="FreshProcess"/>.</summary>
public interface IColdLesson : ILesson
{
    /// <summary>Called in the fresh process, as its first work.</summary>
    /// <param name="subject">What to run, in the lesson's own words.</param>
    /// <param name="server">Address of the server; null for a lesson without one.</param>
    /// <param name="count">Number of requests, or of what the subject does many times.</param>
    /// <returns>Figures by name.</returns>
    Task<IReadOnlyDictionary<string, double>> ObserveAsync(string subject, Uri? server, int count);
}
