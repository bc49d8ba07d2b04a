using Results.Formatting;

namespace Results.Charts;

/// <summary>A bar chart of a section: its bars and its axis.</summary>
/// <param name="From">Where bars begin, as a value of the axis.</param>
public sealed record BarFigure(IReadOnlyList<Bar> Bars, Axis Axis, double From, string AxisName)
{
    /// <summary>Baseline / case; null if no case has a baseline other than itself.</summary>
    public static BarFigure? Speedup(SectionView section)
    {
        Bar[] bars =
        [
            .. section.Cases.Where(c => c.Summary.Speedup > 0).Select(c => new Bar(
                c.Label,
                c.Summary.Differs == false ? "~" : Figures.Significant(c.Summary.Speedup) + " ×",
                c.Summary.Speedup,
                section.Run.RequestDivisor == 1 ? c.Summary.ArticleSpeedup : null)),
        ];
        return bars.Length < 2 ? null : new(
            bars,
            Axis.OfRatios(bars.SelectMany(b => new[] { b.Value, b.Mark, 1 }).OfType<double>(), v => $"{Figures.Brief(v)} ×"),
            1,
            "baseline / case, logarithmic axis");
    }

    /// <summary>Ideal / median, 0 … 1; null if no case has an ideal.</summary>
    public static BarFigure? Efficiency(SectionView section)
    {
        Bar[] bars = [.. section.Cases
            .Where(c => c.Summary.Efficiency is not null)
            .Select(c => new Bar(c.Label, Figures.Efficiency(c.Summary.Efficiency), c.Summary.Efficiency))];
        return bars.Length == 0
            ? null
            : new(bars, Axis.Linear(0, Math.Max(1, bars.Max(b => b.Value!.Value)), v => Figures.Brief(v)!), 0, "ideal / median; 1 is best");
    }

    /// <summary>Managed bytes that the client allocated for each request, in KB; null if nothing was measured.</summary>
    public static BarFigure? ClientMemory(SectionView section) =>
        Memory(section, c => c.Summary.AllocatedBytesPerRequest, "client: KB allocated for each request");

    /// <summary>
    /// Managed bytes that the server's process allocated for each request, in KB, from the watched operation of the timed regime.
    /// </summary>
    public static BarFigure? ServerMemory(SectionView section) => Memory(
        section,
        c => c.Summary.Telemetry.FirstOrDefault(t => t.Regime == c.Summary.Regime)?.Figures.ServerAllocatedBytesPerRequest,
        "server: KB allocated for each request");

    private static BarFigure? Memory(SectionView section, Func<CaseView, double?> bytes, string name)
    {
        Bar[] bars = [.. section.Cases
            .Select(c => (c.Label, Kb: bytes(c) / 1024))
            .Select(b => new Bar(b.Label, b.Kb is { } kb ? $"{Figures.Fixed(kb, 2)} KB" : null, b.Kb))];
        return bars.All(b => b.Value is null)
            ? null
            : new(bars, Axis.Linear(0, bars.Max(b => b.Value ?? 0) * 1.02, v => $"{Figures.Brief(v)} KB", about: 4), 0, name);
    }

    /// <summary>The bars as a table.</summary>
    public Table Data(string value) => Table.Of(
        Bars,
        [new(new("case", Right: false), b => b.Label), new(new(value), b => b.Text), .. Article()],
        _ => []);

    private Field<Bar>[] Article() => Bars.Any(b => b.Mark is not null) ? [new(new("article"), b => Figures.Significant(b.Mark))] : [];
}
