namespace Results.Records;

/// <summary>
/// What a page shows of lessons beside their claims. Stored as lesson-details.json, so that a page needs nothing but its folder.
/// </summary>
public sealed record LessonDetails(IReadOnlyList<LessonDetail> Lessons)
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>False if lessons that were asked for are missing: the measuring was interrupted. True by default.</summary>
    public bool Complete { get; init; } = true;
}

/// <summary>One lesson.</summary>
/// <param name="Lesson">Its number, from 1.</param>
/// <param name="Question">What a newcomer would ask.</param>
public sealed record LessonDetail(int Lesson, string Title, string Question)
{
    /// <summary>The code of its page.</summary>
    public IReadOnlyList<LessonCode> Code { get; init; } = [];

    /// <inheritdoc cref="LessonResult.Observations"/>
    public IReadOnlyList<LessonObservation> Observations { get; init; } = [];

    /// <inheritdoc cref="LessonResult.Growth"/>
    public IReadOnlyList<GrowthStep> Growth { get; init; } = [];
}

/// <summary>A part of a compiled file.</summary>
/// <param name="File">The file's own name.</param>
/// <param name="Text">Its lines, without the indentation that they share.</param>
public sealed record LessonCode(string File, string Text);
