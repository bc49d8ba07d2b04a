using System.Text;
using Results.Formatting;
using Results.Gate;

namespace Tests.Calibration;

/// <summary>calibration.md: how reliable the gate is, in figures that the gate measured.</summary>
internal static class CalibrationPage
{
    /// <summary>The whole page; lines end in LF.</summary>
    /// <param name="simulated">If empty, the page has no simulated part.</param>
    /// <param name="visible">The same.</param>
    /// <param name="reference">The same.</param>
    /// <param name="real">By defect, identical sides first; if empty, the page has no real part.</param>
    /// <param name="host">The machine of the real part, in one line.</param>
    public static string Render(
        IReadOnlyList<SimulatedCell> simulated,
        IReadOnlyList<SimulatedVisible> visible,
        IReadOnlyList<SimulatedReferenceRow> reference,
        IReadOnlyList<DefectGates> real,
        GateRules rules,
        string host)
    {
        var page = new StringBuilder("# Calibration of the gate\n\n");
        Text(
            page,
            "Made by `.ci/calibration`. It runs the gate's own rule on measurements whose truth is known. "
                + "Rates have their 95 % intervals (Wilson 1927).");
        page.Append("\n## Goals\n\n").Append(MarkdownTable.Render(CalibrationGoals.TableOf([.. Goals(simulated, reference, real)])));
        if (simulated.Count > 0)
            Simulated(page, simulated, visible, rules);
        if (reference.Count > 0)
            Reference(page, reference);
        if (real.Count > 0)
            Real(page, real, rules, host);
        return page.ToString();
    }

    /// <summary>Whether a goal was measured in full and not reached.</summary>
    public static bool Missed(
        IReadOnlyList<SimulatedCell> simulated, IReadOnlyList<SimulatedReferenceRow> reference, IReadOnlyList<DefectGates> real) =>
        Goals(simulated, reference, real).Any(goal => goal.Reached == false);

    private static IEnumerable<CalibrationGoal> Goals(
        IReadOnlyList<SimulatedCell> simulated, IReadOnlyList<SimulatedReferenceRow> reference, IReadOnlyList<DefectGates> real) =>
        [.. CalibrationGoals.Of(simulated), .. CalibrationGoals.Of(reference), .. real.Select(CalibrationGoals.Of)];

    private static void Simulated(
        StringBuilder page, IReadOnlyList<SimulatedCell> simulated, IReadOnlyList<SimulatedVisible> visible, GateRules rules)
    {
        SimulatedGate any = simulated[0].Gate;
        page.Append("\n## Simulated gates\n\n");
        Text(
            page,
            $"A gate has {Figures.Whole(any.Cases)} cases and launches of {Figures.Whole(SimulatedGate.Iterations)} iterations. "
                + $"Iterations differ by {VerdictReason.Percent(SimulatedGate.BetweenIterations)}. Launches differ as the tables say. "
                + "A spell makes three launches in a row 60 % slower, in all cases. Allocations vary, too: half of the launches of a case "
                + "allocate 2 % more, and second launches if their times are slower. A change is injected into one case.");
        Heading(page, $"Without a change, at most {Figures.Whole(any.Pairs)} pairs");
        page.Append(MarkdownTable.Render(SimulatedTables.Unchanged(simulated)));
        Text(
            page,
            $"\nThe rule allows {VerdictReason.Percent(rules.Alpha)}, whatever the noise. On a quiet machine it gives fewer alarms, "
                + $"because the estimate must also reach the threshold of {VerdictReason.Percent(rules.Threshold)}.");
        Heading(page, "A slow-down, found");
        page.Append(MarkdownTable.Render(SimulatedTables.Found(simulated)));
        Text(
            page,
            "\nA change of exactly the threshold is called slower half the time, because the estimate is as often below it. "
                + $"With fewer than {Figures.Whole(Looks.Fewest(rules))} pairs nothing is called slower, and the verdict says so.");
        Heading(page, "A slow-down, pairs used on average");
        page.Append(MarkdownTable.Render(SimulatedTables.PairsUsed(simulated)));
        Heading(page, "The smallest visible change");
        Text(
            page,
            "Unchanged gates state the smallest slow-down that they could have seen. New gates with a slow-down of that size should "
                + $"find it {Figures.Fixed(rules.Power * 100, 0)} times in 100.\n");
        page.Append(MarkdownTable.Render(SimulatedTables.Visible(visible)));
    }

    private static void Reference(StringBuilder page, IReadOnlyList<SimulatedReferenceRow> rows)
    {
        page.Append("\n## Simulated `gate --reference`\n\n");
        Text(
            page,
            $"A run has {Figures.Whole(SimulatedReference.Cases)} cases and is compared with kept runs. Runs differ as the table says. "
                + "The correlation is between a run and the run before. In a changed run one case is "
                + $"{VerdictReason.Percent(SimulatedReference.Change)} slower. "
                + "The rule assumes normal noise. So rows with heavy tails have no goal.\n");
        page.Append(MarkdownTable.Render(SimulatedTables.Reference(rows)));
    }

    private static void Real(StringBuilder page, IReadOnlyList<DefectGates> real, GateRules rules, string host)
    {
        page.Append("\n## Real gates\n\n");
        Text(page, $"On {host}. The base is one source; the head is the same source with the defect patched in.");
        Text(
            page,
            $"\nThe smallest visible is the smallest slow-down of a case that the gate would have "
                + $"found {Figures.Fixed(rules.Power * 100, 0)} times in 100. Its range is over all cases of all gates: from the "
                + "steadiest case to the roughest. A planted counter is measured with few pairs, because counts hardly differ.");
        page.Append('\n').Append(MarkdownTable.Render(RealTable.Of(real)));
        if (!real.Any(one => one.Defect.IsNone))
            return;
        Heading(page, "Estimated changes where nothing changed");
        Text(
            page,
            "Each side has one server for the whole gate. If an interval does not contain 0, a server or a folder makes a difference.\n");
        page.Append(MarkdownTable.Render(RealTable.Changes(real)));
    }

    private static void Heading(StringBuilder page, string text) => page.Append("\n### ").Append(text).Append("\n\n");

    private static void Text(StringBuilder page, string text) => page.Append(text).Append('\n');
}
