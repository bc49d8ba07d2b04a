using Results.Charts;
using Results.Formatting;
using Results.Records;

namespace Results.Pages.Html;

/// <summary>Threads of a starving pool over time, measured and predicted by the runtime's rule.</summary>
public static class PoolRamp
{
    private const int FewestSteps = 3;

    /// <summary>Null if the lesson did not observe a growing pool.</summary>
    public static LineFigure? Of(LessonView lesson)
    {
        GrowthStep[] steps = [.. (lesson.Detail?.Growth ?? []).OrderBy(step => step.Threads)];
        if (steps.Length < FewestSteps)
            return null;
        double lastMs = steps.Max(step => Math.Max(step.Ms, step.PredictedMs));
        return new(
            Axis.Linear(0, Math.Max(lastMs, 1) * 1e6 * 1.02, Duration.Brief),
            Axis.Linear(0, steps[^1].Threads * 1.05, v => Figures.Brief(v)!),
            "since the work began",
            "threads of the pool",
            [
                new("measured", 0, [.. steps.Select(step => (step.Ms * 1e6, (double)step.Threads))]) { Steps = true },
                new("predicted: grow(n)", 1, [.. steps.Select(step => (step.PredictedMs * 1e6, (double)step.Threads))])
                {
                    Steps = true,
                    Dashed = true,
                },
            ],
            Table.Of(
                steps,
                [
                    new(new("threads"), step => Figures.Whole(step.Threads)),
                    new(new("measured after (ms)"), step => Figures.Fixed(step.Ms, 1)),
                    new(new("predicted (ms)"), step => Figures.Fixed(step.PredictedMs, 1)),
                ],
                _ => []));
    }
}
