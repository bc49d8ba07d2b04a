using System.Text.Json;

namespace Results.Records;

/// <summary>Writes lessons.json: an array of {lesson, claim, formula, prediction, measured, unit, regime, relation, tolerance, residual, ok}.</summary>
public static class LessonFile
{
    /// <exception cref="RecordException">A value is not finite, or the file cannot be written; what stood there before is untouched.</exception>
    public static void Save(IReadOnlyList<LessonClaim> claims, string path)
    {
        if (claims.FirstOrDefault(claim => !double.IsFinite(claim.Residual ?? 0)) is { } bad)
            throw new RecordException($"{path}: prediction and measured value of '{bad.Claim}' in lesson {bad.Lesson} must be finite, the prediction above 0");
        AtomicFile.Write(path, JsonSerializer.Serialize(claims, RecordJson.Options) + "\n");
    }
}
