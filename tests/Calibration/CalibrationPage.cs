using System.Text;
using Results.Formatting;
using Results.Gate;

namespace Tests.Calibration;

/// <summary>calibration.md: how reliable the gate is, in figures that the gate measured.</summary>
internal static class CalibrationPage
{
    private static readonly int[] s_sizes = [1, 5, 10, 20, 50];

    /// <summary>The whole page; lines end in LF.</summary>
    /// <param name="simulated">From <see cref="SimulatedCalibration"/>; if empty, the page has no simulated part.</param>
    /// <param name="real">By defect, identical sides first; if empty, the page has no real part.</param>
    /// <param name="host">The machine of the real part, in one line.</param>
    public static string Render(IReadOnlyList<SimulatedCell> simulated, IReadOnlyList<DefectGates> real, GateRules rules, string host)
    {
        var page = new StringBuilder("# Calibration of the gate\n\n");
        Text(
            page,
            "Made by `.ci/calibration`: the decision that ships, over runs whose truth is known. Rates with their 95 % "
                + "intervals (Wilson).");
        page
            .Append("\n## Goals\n\n")
            .Append(MarkdownTable.Render(CalibrationGoals.TableOf([.. SimulatedGoals(simulated), .. real.Select(CalibrationGoals.Of)])));
        if (simulated.Count > 0)
            Simulated(page, simulated, rules);
        if (real.Count > 0)
            Real(page, real, rules, host);
        return page.ToString();
    }

    /// <summary>Whether a goal was measured in full and not reached.</summary>
    public static bool Missed(IReadOnlyList<SimulatedCell> simulated, IReadOnlyList<DefectGates> real) =>
        SimulatedGoals(simulated).Concat(real.Select(CalibrationGoals.Of)).Any(goal => goal.Reached == false);

    private static IEnumerable<CalibrationGoal> SimulatedGoals(IReadOnlyList<SimulatedCell> simulated) =>
        simulated.Count == 0 ? [] : CalibrationGoals.Of(simulated);

    private static void Simulated(StringBuilder page, IReadOnlyList<SimulatedCell> simulated, GateRules rules)
    {
        SimulatedGate any = simulated[0].Gate;
        page.Append("\n## Simulated runs\n\n");
        Text(
            page,
            $"{Figures.Whole(any.Cases)} cases a run, launches of {Figures.Whole(any.Iterations)} iterations. "
                + $"Noise: {VerdictReason.Percent(SimulatedGate.BetweenIterations)} between "
                + $"iterations, {VerdictReason.Percent(any.BetweenLaunches)} drawn once for each launch of a "
                + $"case, {string.Join(" or ", SimulatedCalibration.Spreads.Select(VerdictReason.Percent))} between runs. Lognormal "
                + "noise has a long tail upwards; bimodal is slow one time in five; drifting wanders during the run by as much as runs "
                + "differ; autocorrelated remembers 0.8 of a launch and 0.5 of an iteration. A change is planted in one case of the run.");
        Heading(
            page, $"False alarms: runs without any change that call a case slower, {Figures.Whole(SimulatedCalibration.GoalPairs)} pairs");
        page.Append(MarkdownTable.Render(SimulatedTables.FalseAlarms(simulated)));
        Text(
            page,
            $"\nThe last column is a machine on which launches differ by {VerdictReason.Percent(SimulatedCalibration.RoughLaunches)}, "
                + $"where hardly any change can be seen: the order of each pair is drawn, so the test stays exact there and keeps to "
                + $"its {VerdictReason.Percent(rules.Alpha)}, whatever the noise.");
        Heading(page, "A slow-down of 10 %, found, by kind of noise");
        page.Append(MarkdownTable.Render(SimulatedTables.ByNoise(simulated, 0.10)));
        Heading(page, "A slow-down found, against the number of pairs (all kinds of noise together)");
        page.Append(MarkdownTable.Render(SimulatedTables.Detection(simulated)));
        Text(
            page,
            $"\nThe threshold is {VerdictReason.Percent(rules.Threshold)}: a change of just that size is called slower half the time, as "
                + $"the estimate falls on either side of it. With fewer pairs than the test needs ({Floors(rules)}) nothing is ever "
                + "called slower, and the verdict says so.");
        Heading(page, $"Smallest slow-down found {Figures.Fixed(rules.Power * 100, 0)} times in 100");
        page.Append(MarkdownTable.Render(SimulatedTables.Smallest(simulated, rules)));
    }

    private static void Real(StringBuilder page, IReadOnlyList<DefectGates> real, GateRules rules, string host)
    {
        page.Append("\n## Real gates\n\n");
        Text(page, $"On {host}. The base is one source; the head is the same source with the defect patched in.");
        Text(
            page,
            $"\nThe smallest visible is the smallest slow-down of a case that the gate would have "
                + $"found {Figures.Fixed(rules.Power * 100, 0)} times in 100. Its range is over all cases of all gates: from the "
                + "steadiest case to the roughest. What is counted hardly differs from launch to launch, so few pairs suffice for it; "
                + "they are too few for a time to be called slower, and then there is no smallest visible.");
        page.Append('\n').Append(MarkdownTable.Render(RealTable.Of(real)));
    }

    private static string Floors(GateRules rules) =>
        string.Join(
            ", ",
            s_sizes.Select(
                cases => $"{Figures.Whole(SmallestPairs.For(cases, rules))} for {Figures.Whole(cases)} {(cases == 1 ? "case" : "cases")}"));

    private static void Heading(StringBuilder page, string text) => page.Append("\n### ").Append(text).Append("\n\n");

    private static void Text(StringBuilder page, string text) => page.Append(text).Append('\n');
}
