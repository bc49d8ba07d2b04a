using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>
/// Measures a lesson. If a claim fails, it measures twice more, and the median of the three counts. So a short disturbance of the machine
/// does not refute a claim, but a wrong claim still fails.
/// </summary>
public static class SteadyMeasurement
{
    private const int Times = 3;

    /// <param name="again">Called before the lesson is measured again.</param>
    public static async Task<LessonResult> OfAsync(ILesson lesson, LessonRun run, Func<Task> again)
    {
        List<LessonResult> results = [await lesson.MeasureAsync(run)];
        if (results[0].Claims.All(claim => claim.Ok))
            return results[0];

        await again();
        while (results.Count < Times)
            results.Add(await lesson.MeasureAsync(run));
        IEnumerable<LessonClaim> claims = results[0].Claims.Select((claim, i) =>
            claim with { Measured = Middle(results.Select(result => result.Claims[i]), seen => seen.Measured).Measured });
        IEnumerable<LessonObservation> observations = results[0].Observations.Select((_, i) =>
            Middle(results.Select(result => result.Observations[i]), seen => seen.Measured));
        return new LessonResult([.. claims])
        {
            Growth = results[^1].Growth,
            Observations = [.. observations],
        };
    }

    /// <summary>A measurement that did not finish counts as longer than all that did.</summary>
    private static T Middle<T>(IEnumerable<T> results, Func<T, double?> measured) =>
        results.OrderBy(result => measured(result) ?? double.PositiveInfinity).ElementAt(Times / 2);
}
