using System.Text.Json.Serialization;

namespace Results.Records;

/// <summary>A claim of a lesson, which a measurement can refute: the prediction of its formula, and the measured value.</summary>
/// <param name="Lesson">Number of the lesson, from 1.</param>
/// <param name="Claim">Kebab-case; unique within the lesson.</param>
/// <param name="Formula">The prediction in words or symbols, such as "N · L".</param>
/// <param name="Prediction">The value of the formula on this machine, above 0, in <paramref name="Unit"/>.</param>
/// <param name="Measured">Finite, in <paramref name="Unit"/>; null if it did not finish within its time limit.</param>
/// <param name="Unit">Such as "ms" or "requests"; empty for a plain ratio.</param>
/// <param name="Regime">One of <see cref="Regimes"/>.</param>
public sealed record LessonClaim(int Lesson, string Claim, string Formula, double Prediction, double? Measured, string Unit, string Regime)
{
    /// <summary>The expected relation of the measured value to the prediction; by default they must be equal.</summary>
    public Relation Relation { get; init; } = Relation.Equal;

    /// <summary>
    /// The largest residual that still reproduces the claim, as a share; default 0.1. Zero for counts, because they have no noise.
    /// </summary>
    public double Tolerance { get; init; } = 0.1;

    /// <summary>measured / prediction − 1; null if nothing was measured.</summary>
    public double? Residual => (Measured / Prediction) - 1;

    /// <summary>Whether the claim was reproduced.</summary>
    public bool Ok => !Misses(1);

    /// <summary>Whether <see cref="Residual"/> shows an error of the formula. It does not for bounds and counts.</summary>
    [JsonIgnore]
    public bool HasResidual => Relation == Relation.Equal && Tolerance > 0;

    /// <summary>True if the residual is on the wrong side of this many tolerances, or nothing was measured.</summary>
    public bool Misses(int tolerances) => !(Wrong <= tolerances * Tolerance);

    private double? Wrong => Relation switch
    {
        Relation.AtMost => Residual,
        Relation.AtLeast => -Residual,
        _ => Residual is { } residual ? Math.Abs(residual) : null,
    };
}

/// <summary>The expected relation of a measured value to its prediction.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Relation>))]
public enum Relation
{
    [JsonStringEnumMemberName("=")]
    Equal,

    [JsonStringEnumMemberName("<=")]
    AtMost,

    [JsonStringEnumMemberName(">=")]
    AtLeast,
}
