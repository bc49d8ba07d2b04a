namespace Results.Records;

/// <summary>Everything that a lesson measured.</summary>
/// <param name="Claims">The measurements with a prediction; at least one.</param>
public sealed record LessonResult(params IReadOnlyList<LessonClaim> Claims)
{
    /// <summary>Other useful measurements without a formula; none by default.</summary>
    public IReadOnlyList<LessonObservation> Observations { get; init; } = [];

    /// <summary>How a starving thread pool grew, a step for each number of threads; empty for other lessons.</summary>
    public IReadOnlyList<GrowthStep> Growth { get; init; } = [];
}

/// <summary>A figure without a prediction.</summary>
/// <param name="Name">For people.</param>
/// <param name="Measured">Null if it did not finish within its time limit.</param>
/// <param name="Unit">Such as "ms"; empty for a plain ratio.</param>
/// <param name="Regime">One of <see cref="Regimes"/>.</param>
public sealed record LessonObservation(string Name, double? Measured, string Unit, string Regime)
{
    /// <summary>The 95 % interval of <see cref="Measured"/>; null by default.</summary>
    public MeasuredInterval? Interval { get; init; }
}

/// <summary>Both ends of an interval, in the unit of the measurement.</summary>
public sealed record MeasuredInterval(double Lower, double Upper);

/// <summary>When a pool had this number of threads for the first time.</summary>
/// <param name="Threads">1 or more.</param>
/// <param name="Ms">Measured, from the start of the work; milliseconds.</param>
/// <param name="PredictedMs">By the formula of the lesson.</param>
public sealed record GrowthStep(int Threads, double Ms, double PredictedMs);
