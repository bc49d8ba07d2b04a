namespace Results.Records;

/// <summary>
/// What a page shows of lessons in addition to their claims. Stored as lesson-details.json, so that a page needs only its folder.
/// </summary>
public sealed record LessonDetails(IReadOnlyList<LessonDetail> Lessons)
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>False if requested lessons are missing because the measurement was interrupted. True by default.</summary>
    public bool Complete { get; init; } = true;
}

/// <summary>One lesson.</summary>
/// <param name="Lesson">Its number, from 1.</param>
/// <param name="Question">The question of a newcomer.</param>
public sealed record LessonDetail(int Lesson, string Title, string Question)
{
    /// <summary>The code on its page.</summary>
    public IReadOnlyList<LessonCode> Code { get; init; } = [];

    /// <inheritdoc cref="LessonResult.Observations"/>
    public IReadOnlyList<LessonObservation> Observations { get; init; } = [];

    /// <inheritdoc cref="LessonResult.Growth"/>
    public IReadOnlyList<GrowthStep> Growth { get; init; } = [];
}

/// <summary>A part of a compiled file.</summary>
/// <param name="File">The file's own name.</param>
/// <param name="Text">Its lines, without their common indentation.</param>
public sealed record LessonCode(string File, string Text);
