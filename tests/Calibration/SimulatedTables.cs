using Results.Formatting;
using Results.Gate;

namespace Tests.Calibration;

/// <summary>The tables of the simulated part.</summary>
internal static class SimulatedTables
{
    public static Table FalseAlarms(IReadOnlyList<SimulatedCell> cells) => Table.Of(
        Noises(cells),
        [
            new(new("noise", Right: false), name => name),
            .. Spreads(
                name => cells.Where(cell => cell.Effect == 0 && !IsRough(cell) && cell.Gate.Noise.Name == name), cell => cell.Alarms),
            new(
                new("launches too rough"),
                name => CountAndRate(Sum(cells.Where(cell => IsRough(cell) && cell.Gate.Noise.Name == name), cell => cell.Alarms))),
        ],
        _ => []);

    public static Table ByNoise(IReadOnlyList<SimulatedCell> cells, double effect) => Table.Of(
        Noises(cells),
        [
            new(new("noise", Right: false), name => name),
            .. Spreads(
                name =>
                    cells.Where(cell => cell.Effect.Equals(effect)
                        && cell.Gate.Pairs == SimulatedCalibration.GoalPairs
                        && cell.Gate.Noise.Name == name),
                cell => cell.Found),
        ],
        _ => []);

    public static Table Detection(IReadOnlyList<SimulatedCell> cells) => Table.Of(
        [.. Effects(cells)],
        [
            new(new("slow-down"), effect => "+" + VerdictReason.Percent(effect)),
            .. Pairs(cells).Select(pairs => new Field<double>(
                new($"{Figures.Whole(pairs)} pairs"),
                effect => Rate(Sum(cells.Where(cell => cell.Effect.Equals(effect) && cell.Gate.Pairs == pairs), cell => cell.Found)))),
        ],
        _ => []);

    /// <summary>The smallest injected effect that is found that often, and what the runs predicted.</summary>
    public static Table Smallest(IReadOnlyList<SimulatedCell> cells, GateRules rules) => Table.Of(
        Pairs(cells),
        [
            new(new("pairs"), pairs => Figures.Whole(pairs)),
            new(
                new("found in the simulation"),
                pairs => SmallestFound(cells, pairs, rules) is { } smallest ? "+" + VerdictReason.Percent(smallest) : "none"),
            new(
                new("\"smallest visible\" of the runs, mean"),
                pairs => cells.Where(cell => cell.Effect > 0 && cell.Gate.Pairs == pairs).Average(cell => cell.PredictedVisible) is { } said
                    ? "+" + VerdictReason.Percent(said)
                    : "none"),
        ],
        _ => []);

    public static bool IsRough(SimulatedCell cell) => cell.Gate.BetweenLaunches >= SimulatedCalibration.RoughLaunches;

    public static Proportion Sum(IEnumerable<SimulatedCell> cells, Func<SimulatedCell, Proportion> of) =>
        cells.Select(of).Aggregate(new Proportion(0, 0), Proportion.Add);

    public static string Count(Proportion seen) => $"{Figures.Whole(seen.Seen)} of {Figures.Whole(seen.Of)}";

    /// <summary>Rate and interval in percent; null if nothing was tried.</summary>
    public static string? Rate(Proportion seen) => seen is { Rate: { } rate, Interval: var (lower, upper) }
        ? $"{Figures.Fixed(rate * 100, 2)} % ({Figures.Fixed(lower * 100, 2)} … {Figures.Fixed(upper * 100, 2)})"
        : null;

    private static string? CountAndRate(Proportion seen) => Rate(seen) is { } rate ? $"{Count(seen)}: {rate}" : null;

    private static IEnumerable<Field<string>> Spreads(Func<string, IEnumerable<SimulatedCell>> rows, Func<SimulatedCell, Proportion> of) =>
        SimulatedCalibration.Spreads.Select(spread => new Field<string>(
            new($"{VerdictReason.Percent(spread)} between runs"),
            name => CountAndRate(Sum(rows(name).Where(cell => cell.Gate.BetweenRuns.Equals(spread)), of))));

    private static List<string> Noises(IReadOnlyList<SimulatedCell> cells) =>
        [.. cells.Select(cell => cell.Gate.Noise.Name).Distinct(StringComparer.Ordinal)];

    private static List<int> Pairs(IReadOnlyList<SimulatedCell> cells) => [.. cells.Select(cell => cell.Gate.Pairs).Distinct().Order()];

    /// <summary>The smallest slow-down that is found as often as the rules' power asks; null if none is.</summary>
    private static double? SmallestFound(IReadOnlyList<SimulatedCell> cells, int pairs, GateRules rules) => Effects(cells)
        .Cast<double?>()
        .FirstOrDefault(effect => FoundOf(cells, effect!.Value, pairs) >= rules.Power);

    private static double? FoundOf(IReadOnlyList<SimulatedCell> cells, double effect, int pairs) =>
        Sum(cells.Where(cell => cell.Effect.Equals(effect) && cell.Gate.Pairs == pairs), cell => cell.Found).Rate;

    private static IEnumerable<double> Effects(IReadOnlyList<SimulatedCell> cells) =>
        cells.Select(cell => cell.Effect).Where(effect => effect > 0).Distinct().Order();
}
