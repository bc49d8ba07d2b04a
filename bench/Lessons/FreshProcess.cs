using System.Globalization;
using System.Text.Json;
using BenchGate.Errors;
using BenchGate.Processes;
using Benchmarks.Processes;
using Results.Statistics;

namespace Benchmarks.Lessons;

/// <summary>
/// Lets a lesson do something as the first work of a fresh process: this suite again, with the hidden verb <c>child run-cold-lesson</c>. A
/// thread pool that has grown keeps its threads, so starvation can be shown only in a fresh process.
/// </summary>
public static class FreshProcess
{
    /// <summary>Starts the process as often as the run says, one after the other.</summary>
    /// <param name="limit">For each launch; then the process is killed.</param>
    /// <returns>The median of each figure that every launch has; null if a launch did not finish within its limit.</returns>
    /// <exception cref="ExpectedFailureException">A launch failed; the message has its error.</exception>
    public static async Task<IReadOnlyDictionary<string, double>?> MedianAsync(
        LessonRun run, IColdLesson lesson, string subject, Uri? server, int count, TimeSpan limit)
    {
        List<IReadOnlyDictionary<string, double>> launches = [];
        while (launches.Count < run.Launches)
        {
            if (await ObserveAsync(lesson, subject, server, count, limit) is not { } seen)
                return null;
            launches.Add(seen);
        }

        return launches[0].Keys.Where(name => launches.TrueForAll(launch => launch.ContainsKey(name))).ToDictionary(
            name => name, name => SampleStatistics.Median([.. launches.Select(launch => launch[name])])!.Value, StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyDictionary<string, double>?> ObserveAsync(
        IColdLesson lesson, string subject, Uri? server, int count, TimeSpan limit)
    {
        List<string> arguments =
        [
            "child",
            "run-cold-lesson",
            lesson.Number.ToString(CultureInfo.InvariantCulture),
            subject,
            count.ToString(CultureInfo.InvariantCulture),
        ];
        if (server is not null)
            arguments.AddRange(["--server", server.AbsoluteUri]);
        ChildProcess child;
        try
        {
            child = await ChildProcess.RunAsync(ThisSuite.Start([.. arguments]), limit, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            return null;
        }

        return child.Exit == 0
            ? JsonSerializer.Deserialize<Dictionary<string, double>>(child.Output)!
            : throw new ExpectedFailureException($"Lesson {lesson.Number}, {subject}: {child.FirstLine}");
    }
}
