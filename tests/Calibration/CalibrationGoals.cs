using Results.Formatting;
using Results.Gate;

namespace Tests.Calibration;

/// <summary>The goals of the gate, and whether it reached them.</summary>
/// <param name="Reached">Null if too little was measured to know.</param>
internal sealed record CalibrationGoal(string What, string Goal, Proportion Measured, bool? Reached);

/// <summary>The goals, in the order of the page.</summary>
internal static class CalibrationGoals
{
    private const double FalseAlarms = 0.005;
    private const double Found = 0.97;
    private const double Change = 0.10;

    public static IEnumerable<CalibrationGoal> Of(IReadOnlyList<SimulatedCell> cells)
    {
        foreach (double spread in SimulatedCalibration.Spreads)
        {
            Proportion alarms = SimulatedTables.Sum(
                cells.Where(cell => cell.Effect == 0 && !SimulatedTables.IsRough(cell) && cell.Gate.BetweenRuns.Equals(spread)),
                cell => cell.Alarms);
            yield return new(
                $"simulated, {VerdictReason.Percent(spread)} between runs: false alarms per run",
                $"at most {VerdictReason.Percent(FalseAlarms)}",
                alarms,
                alarms.Rate <= FalseAlarms);
            Proportion found = SimulatedTables.Sum(
                cells.Where(cell => cell.Effect.Equals(Change)
                    && cell.Gate.Pairs == SimulatedCalibration.GoalPairs
                    && cell.Gate.BetweenRuns.Equals(spread)),
                cell => cell.Found);
            yield return new(
                $"simulated, {VerdictReason.Percent(spread)} between runs: +10 % found",
                $"at least {VerdictReason.Percent(Found)}",
                found,
                found.Rate >= Found);
        }
    }

    public static CalibrationGoal Of(DefectGates real) => new(
        $"real, {real.Defect.Text}: alarms",
        (real.Defect == InjectedDefect.None ? "" : "at least ")
            + $"{Figures.Whole(real.Defect.Goal)} in {Figures.Whole(real.Defect.Wanted)}",
        real.Alarms,
        real.Reached);

    public static Table TableOf(IReadOnlyList<CalibrationGoal> goals) => Table.Of(
        goals,
        [
            new(new("what", Right: false), goal => goal.What),
            new(new("goal"), goal => goal.Goal),
            new(new("measured"), goal => SimulatedTables.Count(goal.Measured)),
            new(new("rate"), goal => SimulatedTables.Rate(goal.Measured)),
            new(
                new("reached", Right: false),
                goal => goal.Reached switch { true => "yes", false => "NO", null => "not yet measured in full" }),
        ],
        _ => []);
}
