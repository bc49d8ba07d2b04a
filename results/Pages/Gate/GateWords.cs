using Results.Formatting;
using Results.Gate;

namespace Results.Pages.Gate;

/// <summary>The words of a gate's page, with the figures of its rules.</summary>
internal static class GateWords
{
    public static IEnumerable<(string Word, string Meaning)> Of(GateDecision decision)
    {
        GateRules rules = decision.Rules;
        string threshold = VerdictReason.Percent(rules.Threshold);
        yield return ("Slower, Faster", $"the estimated change is {threshold} or more and above the noise floor "
            + $"({NoiseFloor(decision)}), and "
            + $"a test of all cases together rejects 'no change'. If nothing has changed, at most {VerdictReason.Percent(rules.Alpha)} of "
            + "runs fail because of a time or an allocation.");
        yield return ("Same", $"the whole interval lies within ±{threshold} (or within the noise floor).");
        yield return ("Inconclusive", "neither a change nor its absence was shown. The note says how small a change could have been "
            + "seen, and what would decide it.");
        yield return ("New, Missing, NotComparable", "New: the base does not have the case. Missing: the head does not have it. This "
            + $"fails, unless {rules.Renames} retires the case. NotComparable: the note says what differs.");
        yield return ("change, interval", "head / base − 1, so above 0 is slower. ~ means that no change was shown.");
        yield return ("smallest visible", "a gate with this noise and this plan finds a slow-down of this size "
            + $"{Figures.Fixed(rules.Power * 100, 0)} times in 100. \"At best\" means that a few launches were much slower than the "
            + "others. With more of them, it finds only larger slow-downs.");
        yield return ("n", "the number of pairs of launches. Pairs are independent of each other; iterations are not.");
        if (rules.ExactAllocations)
            yield return ($"allocated/{AllocationUnit.Of(decision)}", "every changed byte counts. If all launches of a side agree, the two "
                + "sides are compared without a statistic; if not, by the test of all cases.");
    }

    private static string NoiseFloor(GateDecision decision)
    {
        string micro = $"{Figures.Brief(decision.Rules.MicroNoiseFloorNs)} ns";
        return decision.Cases.All(one => one.Scenario.Length == 0)
            ? micro
            : $"{Figures.Brief(decision.Rules.NoiseFloorNs / 1000)} µs, {micro} for a micro-benchmark";
    }
}
