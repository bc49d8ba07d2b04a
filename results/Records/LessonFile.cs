using System.Text.Json;

namespace Results.Records;

/// <summary>
/// lessons.json: an array of {lesson, claim, formula, prediction, measured, unit, regime, relation, tolerance, residual, ok}.
/// </summary>
public static class LessonFile
{
    private const string Kind = "lessons.json";
    private const string Remedy = "remove it, or measure the lessons again";

    /// <exception cref="RecordException">A value is not finite.</exception>
    /// <exception cref="NotWrittenException">The file cannot be written; the old file is unchanged.</exception>
    public static void Save(IReadOnlyList<LessonClaim> claims, string path)
    {
        Check(claims, path);
        AtomicFile.Write(path, JsonSerializer.Serialize(claims, RecordJson.Options) + "\n");
    }

    /// <summary>The claims of a file. Residual and ok are computed again.</summary>
    /// <exception cref="RecordException">Missing, empty, cut off, or with an impossible value.</exception>
    public static IReadOnlyList<LessonClaim> Load(string path)
    {
        List<LessonClaim>? claims = VersionedJson.Form<List<LessonClaim>>(VersionedJson.Read(path, Kind, Remedy), path, Remedy);
        if (claims is null || claims.Contains(null!))
            throw new RecordException($"{path}: $: must be a list of claims; {Remedy}");
        Check(claims, path);
        return claims;
    }

    private static void Check(IReadOnlyList<LessonClaim> claims, string path)
    {
        if (claims.FirstOrDefault(claim => !double.IsFinite(claim.Residual ?? 0)) is { } bad)
            throw new RecordException(
                $"{path}: prediction and measured value of '{bad.Claim}' in lesson {bad.Lesson} must be finite, the prediction above 0");
        if (DoubledRecords.Twice(claims, claim => $"'{claim.Claim}' in lesson {claim.Lesson}", "$") is { } twice)
            throw new RecordException($"{path}: {twice}; {Remedy}");
    }
}
