using Results.Formatting;

namespace Results.Summaries;

/// <summary>A strategy that was measured with several bounds on the same work.</summary>
/// <param name="Strategy">The strategy's id, without a bound.</param>
/// <param name="Points">One case for each bound, in rising order.</param>
public sealed record BoundSweep(string Strategy, IReadOnlyList<CaseSummary> Points)
{
    /// <summary>Two points are no curve.</summary>
    public const int FewestBounds = 3;

    /// <summary>How much longer than the shortest time the time at the knee may be.</summary>
    public const double Tolerance = 0.1;

    /// <summary>The smallest bound whose measured time is at most 10 % above the shortest one; null if nothing was measured.</summary>
    public CaseSummary? Knee => KneeOf(point => point.MedianNs);

    /// <summary>The same of the predicted times; null if the model does not apply.</summary>
    public CaseSummary? PredictedKnee => KneeOf(point => point.PredictedNs);

    /// <summary>The sweeps of a section, in the order of its cases.</summary>
    public static IReadOnlyList<BoundSweep> Of(IReadOnlyList<CaseSummary> cases) =>
    [
        .. cases
            .Where(one => one is { Limit: not null, MedianNs: > 0 })
            .GroupBy(one => (Strategy: one.Strategy.Split(':')[0], one.Regime, one.Requests))
            .Select(sweep => new BoundSweep(
                sweep.Key.Strategy, [.. sweep.DistinctBy(one => one.Limit).OrderBy(one => one.Limit)]))
            .Where(sweep => sweep.Points.Count >= FewestBounds),
    ];

    /// <summary>The result in a sentence or two; plain text.</summary>
    public string Text => PlainText.OneLine(
        $"The knee of {Strategy} is at a bound of {Bound(Knee)}"
        + (PredictedKnee is { } predicted ? $"; the schedule predicts {Bound(predicted)}" : "")
        + $". It is the smallest bound whose time is at most {Figures.Fixed(100 * Tolerance, 0)} % above the shortest one: with a larger "
        + "bound, more requests are in flight for little or nothing.");

    /// <summary>A row for each bound.</summary>
    public Table Table => Table.Of(
        Points,
        [
            new(new("bound"), Bound),
            new(new("median (ms)"), point => Ms(point.MedianNs)),
            new(new("predicted (ms)"), point => Ms(point.PredictedNs)),
            new(new("median / shortest"), point => Figures.Significant(point.MedianNs / Points.Min(one => one.MedianNs))),
            new(new("knee", Right: false), KneeAt),
        ],
        _ => []);

    /// <summary>The bound of a case, as a text.</summary>
    public static string? Bound(CaseSummary? point) => point?.Limit is { } bound ? Figures.Whole(bound) : null;

    private string? KneeAt(CaseSummary point) => (point == Knee, point == PredictedKnee) switch
    {
        (true, true) => "measured and predicted",
        (true, false) => "measured",
        (false, true) => "predicted",
        _ => null,
    };

    private CaseSummary? KneeOf(Func<CaseSummary, double?> time) =>
        Points.Min(time) is { } shortest ? Points.First(point => time(point) <= shortest * (1 + Tolerance)) : null;

    private static string? Ms(double? ns) => ns is { } value ? Figures.Fixed(value / 1e6, 2) : null;
}
