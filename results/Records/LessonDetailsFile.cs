using System.Text.Json;

namespace Results.Records;

/// <summary>Reads and writes lesson-details.json.</summary>
public static class LessonDetailsFile
{
    private const string Kind = "lesson-details.json";
    private const string Remedy = "remove it, or measure the lessons again";

    /// <exception cref="NotWrittenException">It cannot be written; the old file is unchanged.</exception>
    public static void Save(LessonDetails details, string path) =>
        AtomicFile.Write(path, JsonSerializer.Serialize(details, RecordJson.Options) + "\n");

    /// <summary>Reads details of this schema or an older one.</summary>
    /// <exception cref="RecordException">Missing, empty, cut off, of a newer schema, or with a time or count below 0.</exception>
    public static LessonDetails Load(string path)
    {
        LessonDetails details =
            VersionedJson.Parse<LessonDetails>(VersionedJson.Read(path, Kind, Remedy), LessonDetails.CurrentSchema, path, Kind, Remedy);
        return details.Lessons.SelectMany(lesson => lesson.Growth).Any(
            step => step is not { Threads: > 0, Ms: >= 0 and < double.PositiveInfinity, PredictedMs: >= 0 and < double.PositiveInfinity })
            ? throw new RecordException($"{path}: $.lessons: each step of a growth must have at least one thread, and finite times of 0 "
                + $"or more; {Remedy}")
            : details;
    }
}
