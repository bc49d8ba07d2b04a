namespace Results.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Colour">0 … 7.</param>
public sealed record Series(string Label, int Colour, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>The case of the line; null if it belongs to several.</summary>
    public string? Case { get; init; }

    /// <summary>For a prediction, or for a line that shares its colour with another one.</summary>
    public bool Dashed { get; init; }

    /// <summary>Whether each point is a measurement and gets a mark.</summary>
    public bool Marked { get; init; }

    /// <summary>A point that gets a ring, because it is special; null for none.</summary>
    public (double X, double Y)? Ring { get; init; }

    /// <summary>Whether the line keeps its height until the next point.</summary>
    public bool Steps { get; init; }
}
