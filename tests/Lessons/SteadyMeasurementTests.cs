using Benchmarks.Lessons;
using Results.Records;

namespace Tests.Lessons;

public sealed class SteadyMeasurementTests
{
    [Theory]
    [InlineData(1, 104.0, 104.0)]
    [InlineData(3, 105.0, 150.0, 104.0, 105.0)]
    [InlineData(3, 150.0, 150.0, 104.0, 160.0)]
    [InlineData(3, 109.0, null, 109.0, 101.0)]
    [InlineData(3, null, null, 109.0, null)]
    public async Task A_missed_claim_is_measured_three_times_and_the_median_counts(int times, double? expected, params double?[] measured)
    {
        var lesson = new Scripted(measured);
        int repeats = 0;

        LessonResult result = await SteadyMeasurement.OfAsync(lesson, LessonRun.Quick, () => Task.FromResult(repeats++));

        Assert.Equal((times, times > 1 ? 1 : 0), (lesson.Runs, repeats));
        Assert.Equal(expected, Assert.Single(result.Claims).Measured);
        Assert.Equal(expected, Assert.Single(result.Observations).Measured);
    }

    /// <summary>Answers with one value after the other.</summary>
    private sealed class Scripted(double?[] measured) : ILesson
    {
        public int Runs { get; private set; }

        public int Number => 1;

        public string Title => "Scripted";

        public string Question => "What comes next?";

        public Task<LessonResult> MeasureAsync(LessonRun run)
        {
            double? next = measured[Runs++];
            return Task.FromResult(new LessonResult(new LessonClaim(Number, "a", "x", 100, next, "ms", Regimes.Warm))
            {
                Observations = [new LessonObservation("b", next, "ms", Regimes.Warm)],
            });
        }

        public Task<LessonResult> MeasureWrongAsync(LessonRun run) => MeasureAsync(run);
    }
}
