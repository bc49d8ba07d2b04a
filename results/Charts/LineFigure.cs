using Results.Formatting;

namespace Results.Charts;

/// <summary>A line chart with its axes and its data.</summary>
public sealed record LineFigure(Axis X, Axis Y, string XName, string YName, IReadOnlyList<Series> Lines, Table Data);
