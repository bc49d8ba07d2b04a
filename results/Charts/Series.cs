namespace Results.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Colour">0 … 7.</param>
public sealed record Series(string Label, int Colour, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>The case that it is of; null where it is of several.</summary>
    public string? Case { get; init; }

    /// <summary>A prediction beside what was measured, or a line whose colour another one has, too.</summary>
    public bool Dashed { get; init; }

    /// <summary>Whether each point was measured by itself, and so is marked.</summary>
    public bool Marked { get; init; }

    /// <summary>Whether the line keeps its height until the next point.</summary>
    public bool Steps { get; init; }
}
