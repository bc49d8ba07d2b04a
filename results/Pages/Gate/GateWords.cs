using Results.Formatting;
using Results.Gate;

namespace Results.Pages.Gate;

/// <summary>The words of a gate's page, with the figures of its rules.</summary>
internal static class GateWords
{
    public static IEnumerable<(string Word, string Meaning)> Of(GateRules rules)
    {
        string threshold = VerdictReason.Percent(rules.Threshold);
        yield return ("Slower, Faster", $"the estimate is a change of {threshold} or more, and beyond the noise floor ({Figures.Brief(rules.NoiseFloorNs / 1000)} µs, {Figures.Brief(rules.MicroNoiseFloorNs)} ns for a micro-benchmark), and no change at all is refuted. At most {VerdictReason.Percent(rules.Alpha)} of runs without any change call a case slower, all cases together (Holm).");
        yield return ("Same", $"the whole interval lies within {threshold}, both ways (or within the noise floor).");
        yield return ("Inconclusive", "neither was shown; the note says how small a change could have been seen, and what would settle it.");
        yield return ("New, Missing, NotComparable", "there is nothing to compare with; it was lost, which fails unless results/HISTORY.md retires it; the note says what differs.");
        yield return ("change, interval", "head / base − 1, so above 0 is slower. ~ is a change that was not shown.");
        yield return ("smallest visible", $"a slow-down of this size is found {Figures.Fixed(rules.Power * 100, 0)} times in 100 by a run of this spread and length.");
        yield return ("n", "pairs of launches, the observations that are independent of each other; iterations are not.");
    }
}
