using Results.Records;

namespace Results.Charts;

/// <summary>A count over the time of a watched operation.</summary>
/// <param name="Points">Milliseconds, and the count from that time on.</param>
/// <param name="EndMs">When the last body was read.</param>
public sealed record OverTime(CaseView Case, IReadOnlyList<(double Ms, int Count)> Points, double EndMs)
{
    private const int MostPoints = 600;

    /// <summary>The highest count.</summary>
    public int Peak => Points.Max(p => p.Count);

    /// <summary>Requests sent and not yet read; one entry for each case that was watched in the regime.</summary>
    public static IReadOnlyList<OverTime> InFlight(SectionView section, string regime) => Of(section, regime, timeline => Running(
        timeline.Requests.Where(r => r.EndMs is not null).SelectMany(r => new[] { (r.SentMs, 1), (r.EndMs!.Value, -1) })));

    /// <summary>Client threads that have read a body so far.</summary>
    public static IReadOnlyList<OverTime> Threads(SectionView section, string regime) => Of(section, regime, timeline => Running(
        timeline.Requests
            .Where(r => r is { EndMs: not null, Thread: not null })
            .GroupBy(r => r.Thread)
            .Select(g => (g.Min(r => r.EndMs!.Value), 1))));

    /// <summary>The time axis, milliseconds, a little longer than the operation, so that the last point is visible.</summary>
    public double SpanMs => EndMs * 1.02;

    /// <summary>The curve in a box of 100 by 100.</summary>
    public string Path() =>
        Svg.Stairs(Points.Append((SpanMs, Points[^1].Count)).Select(p => (100 * p.Item1 / SpanMs, 100 - (100.0 * p.Item2 / Peak))));

    private static OverTime[] Of(SectionView section, string regime, Func<CaseTimeline, IReadOnlyList<(double Ms, int Count)>> count) =>
    [
        .. section.Cases.Select(c => (Case: c, Seen: c.In(regime))).Where(c => c.Seen is not null && c.Seen.Requests.Any(r => r.EndMs > 0))
            .Select(c => new OverTime(c.Case, Thin(count(c.Seen!)), c.Seen!.Requests.Max(r => r.EndMs ?? 0)))
            .Where(curve => curve.Peak > 0),
    ];

    private static List<(double Ms, int Count)> Running(IEnumerable<(double Ms, int Step)> steps)
    {
        List<(double, int)> points = [(0, 0)];
        int now = 0;
        foreach ((double ms, int step) in steps.OrderBy(s => s.Ms).ThenBy(s => s.Step))
            points.Add((ms, now += step));
        return points;
    }

    // Of each group of neighbouring points, the first and the highest remain, so that the peak is never lost.
    private static IReadOnlyList<(double Ms, int Count)> Thin(IReadOnlyList<(double Ms, int Count)> points)
    {
        if (points.Count <= MostPoints)
            return points;
        int bundle = (points.Count / (MostPoints / 2)) + 1;
        return [.. points.Chunk(bundle).SelectMany(b => new[] { b[0], b.MaxBy(p => p.Count) }.Distinct().OrderBy(p => p.Ms)), points[^1]];
    }
}
