namespace Results.Records;

/// <summary>Everything that a lesson measured.</summary>
/// <param name="Claims">What can be held against a prediction; at least one.</param>
public sealed record LessonResult(params IReadOnlyList<LessonClaim> Claims)
{
    /// <summary>What is worth seeing beside the claims, although no formula gives it; none by default.</summary>
    public IReadOnlyList<LessonObservation> Observations { get; init; } = [];
}

/// <summary>A figure without a prediction.</summary>
/// <param name="Name">For people.</param>
/// <param name="Measured">Null if it did not finish within its time limit.</param>
/// <param name="Unit">Such as "ms"; empty for a plain ratio.</param>
/// <param name="Regime">One of <see cref="Regimes"/>.</param>
public sealed record LessonObservation(string Name, double? Measured, string Unit, string Regime);
