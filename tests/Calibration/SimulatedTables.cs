using Results.Formatting;
using Results.Gate;

namespace Tests.Calibration;

/// <summary>The tables of the simulated part.</summary>
internal static class SimulatedTables
{
    public static Table Unchanged(IReadOnlyList<SimulatedCell> cells) => Table.Of(
        [.. cells.Where(cell => cell.Effect == 0)],
        [
            new(new("noise of the launches", Right: false), cell => cell.Gate.Noise.Name),
            new(new("exit code 1"), cell => $"{Count(cell.Failed)}: {Rate(cell.Failed)}"),
            new(new("because of a time"), cell => Rate(cell.Slower)),
            new(new("because of an allocation"), cell => Rate(cell.Allocated)),
            new(new("pairs, mean"), cell => Figures.Fixed(cell.MeanPairs, 1)),
        ],
        _ => []);

    public static Table Found(IReadOnlyList<SimulatedCell> cells) => ByEffect(cells, cell => Rate(cell.Found));

    public static Table PairsUsed(IReadOnlyList<SimulatedCell> cells) => ByEffect(cells, cell => Figures.Fixed(cell.MeanPairs, 1));

    public static Table Visible(IReadOnlyList<SimulatedVisible> visible) => Table.Of(
        visible,
        [
            new(new("noise of the launches", Right: false), one => one.Gate.Noise.Name),
            new(new("most pairs"), one => Figures.Whole(one.Gate.Pairs)),
            new(new("cases"), one => Figures.Whole(one.Gate.Cases)),
            new(new("stated, mean"), one => "+" + VerdictReason.Percent(one.Stated)),
            new(new("says \"at best\""), one => Rate(one.AtBest)),
            new(new("found"), one => Rate(one.Found)),
        ],
        _ => []);

    public static Table Reference(IReadOnlyList<SimulatedReferenceRow> rows) => Table.Of(
        rows,
        [
            new(new("kept runs"), row => Figures.Whole(row.Cell.Kept)),
            new(new("correlation"), row => Figures.Fixed(row.Cell.Correlation, 1)),
            new(
                new("runs differ by", Right: false),
                row => VerdictReason.Percent(row.Cell.Noise) + (row.Cell.HeavyTailed ? ", heavy tails" : "")),
            new(new("unchanged: exit code 1"), row => $"{Count(row.Alarms)}: {Rate(row.Alarms)}"),
            new(new("changed: found"), row => Rate(row.Found)),
        ],
        _ => []);

    public static string Count(Proportion seen) => $"{Figures.Whole(seen.Seen)} of {Figures.Whole(seen.Of)}";

    /// <summary>Rate and interval in percent; null if nothing was tried.</summary>
    public static string? Rate(Proportion seen) => seen is { Rate: { } rate, Interval: var (lower, upper) }
        ? $"{Figures.Fixed(rate * 100, 2)} % ({Figures.Fixed(lower * 100, 2)} … {Figures.Fixed(upper * 100, 2)})"
        : null;

    private static Table ByEffect(IReadOnlyList<SimulatedCell> cells, Func<SimulatedCell, string?> text)
    {
        SimulatedCell[] changed = [.. cells.Where(cell => cell.Effect > 0)];
        return Table.Of(
            [.. changed.Select(cell => (cell.Gate.Noise, cell.Effect)).Distinct().OrderBy(row => row.Effect)],
            [
                new(new("slow-down"), row => "+" + VerdictReason.Percent(row.Effect)),
                new(new("noise of the launches", Right: false), row => row.Noise.Name),
                .. from pairs in changed.Select(cell => cell.Gate.Pairs).Distinct().Order()
                   select new Field<(SimulatedNoise Noise, double Effect)>(
                       new($"at most {Figures.Whole(pairs)} pairs"),
                       row => changed.FirstOrDefault(
                           cell => cell.Gate.Pairs == pairs && cell.Gate.Noise == row.Noise && cell.Effect.Equals(row.Effect)) is { } cell
                               ? text(cell)
                               : null),
            ],
            _ => []);
    }
}
