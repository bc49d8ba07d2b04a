using Results.Formatting;
using Results.Gate;

namespace Tests.Calibration;

/// <summary>The goals of the gate, and whether it reached them.</summary>
/// <param name="Reached">Null if too little was measured to know.</param>
internal sealed record CalibrationGoal(string What, string Goal, string Measured, string? Rate, bool? Reached);

/// <summary>The goals, in the order of the page.</summary>
internal static class CalibrationGoals
{
    private const double Failed = 0.005, Found = 0.98, FoundInSpell = 0.95, Pairs = 12.5;

    public static IEnumerable<CalibrationGoal> Of(IReadOnlyList<SimulatedCell> cells) =>
    [
        .. cells.Where(cell => cell.Effect == 0).Select(cell => OfRate(
            $"simulated, unchanged, {cell.Gate.Noise.Name}: exit code 1",
            $"at most {VerdictReason.Percent(Failed)}",
            cell.Failed,
            cell.Failed.Rate <= Failed)),
        .. cells.Where(cell => cell.Effect == 0 && cell.Gate.Noise == SimulatedNoise.Usual).Select(cell => new CalibrationGoal(
            $"simulated, unchanged, {cell.Gate.Noise.Name}: pairs, mean",
            $"at most {Figures.Fixed(Pairs, 1)}",
            Figures.Fixed(cell.MeanPairs, 1),
            null,
            cell.MeanPairs <= Pairs)),
        .. cells
            .Where(cell => cell.Effect.Equals(SimulatedCalibration.GoalEffect) && cell.Gate.Pairs == SimulatedCalibration.GoalPairs)
            .Select(cell => (Cell: cell, Least: cell.Gate.Noise.Spell > 0 ? FoundInSpell : Found))
            .Select(one => OfRate(
                $"simulated, +{VerdictReason.Percent(one.Cell.Effect)}, {one.Cell.Gate.Noise.Name}: found",
                $"at least {VerdictReason.Percent(one.Least)}",
                one.Cell.Found,
                one.Cell.Found.Rate >= one.Least)),
    ];

    /// <summary>The worst row counts, because a user has one machine and not their mean.</summary>
    public static IEnumerable<CalibrationGoal> Of(IReadOnlyList<SimulatedReferenceRow> rows)
    {
        ILookup<bool, Proportion> normal = rows
            .Where(row => !row.Cell.HeavyTailed)
            .ToLookup(row => row.Cell.Kept >= KeptRuns.Fewest, row => row.Alarms);
        if (normal[false].MaxBy(alarms => alarms.Rate) is { } few)
            yield return OfRate("simulated, `gate --reference`, too few kept runs: exit code 1", "0", few, few.Seen == 0);
        if (normal[true].MaxBy(alarms => alarms.Rate) is { } worst)
            yield return OfRate(
                "simulated, `gate --reference`, enough kept runs, worst row: exit code 1",
                $"at most {VerdictReason.Percent(Failed)}",
                worst,
                worst.Rate <= Failed);
    }

    public static CalibrationGoal Of(DefectGates real) => OfRate(
        $"real, {real.Defect.Kind}, {real.Defect.Text}: alarms",
        (real.Defect.IsNone ? "" : "at least ") + $"{Figures.Whole(real.Defect.Goal)} in {Figures.Whole(real.Defect.Wanted)}",
        real.Alarms,
        real.Reached);

    public static Table TableOf(IReadOnlyList<CalibrationGoal> goals) => Table.Of(
        goals,
        [
            new(new("what", Right: false), goal => goal.What),
            new(new("goal"), goal => goal.Goal),
            new(new("measured"), goal => goal.Measured),
            new(new("rate"), goal => goal.Rate),
            new(
                new("reached", Right: false),
                goal => goal.Reached switch { true => "yes", false => "NO", null => "not yet measured in full" }),
        ],
        _ => []);

    private static CalibrationGoal OfRate(string what, string goal, Proportion measured, bool? reached) =>
        new(what, goal, SimulatedTables.Count(measured), SimulatedTables.Rate(measured), reached);
}
