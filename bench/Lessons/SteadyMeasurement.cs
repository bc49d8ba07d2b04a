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
        IEnumerable<LessonClaim> claims = results[0].Claims.Select(
            (claim, i) => claim with { Measured = Middle(results.Select(result => result.Claims[i].Measured)) });
        return new LessonResult([.. claims])
        {
            Growth = results[^1].Growth,
            Observations =
            [
                .. results[0].Observations.Select(
                    (seen, i) => seen with { Measured = Middle(results.Select(result => result.Observations[i].Measured)) }),
            ],
        };
    }

    /// <summary>A measurement that did not finish counts as longer than all that did.</summary>
    private static double? Middle(IEnumerable<double?> measured)
    {
        double middle = measured.Select(value => value ?? double.PositiveInfinity).Order().ElementAt(Times / 2);
        return double.IsFinite(middle) ? middle : null;
    }
}
