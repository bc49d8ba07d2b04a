namespace Results.Charts;

/// <summary>A row of a bar chart.</summary>
/// <param name="Text">The printed value; null for unknown.</param>
/// <param name="Value">Where the bar ends; null draws none.</param>
/// <param name="Mark">A second value to compare with; null draws none.</param>
public sealed record Bar(string Label, string? Text, double? Value, double? Mark = null);
