using Results.Formatting;

namespace Results.Gate;

/// <summary>Why a time got its verdict, in a sentence.</summary>
internal static class VerdictReason
{
    public static string Of(CaseVerdict judged, TimeEvidence evidence, GateRules rules, int cases, ObservationUnit unit)
    {
        string margin = Percent(Math.Exp(evidence.Margin) - 1);
        return judged.Verdict switch
        {
            Verdict.Slower => $"the time changed by {Change(evidence.LogRatio)}; chance alone gives this with p {P(judged.PSlower)}",
            Verdict.Faster => $"the time changed by {Change(evidence.LogRatio)}; chance alone gives this with p {P(judged.PFaster)}",
            Verdict.Same => $"no change of {margin} or more, either way",
            _ => Inconclusive(judged, evidence, rules, cases, unit),
        };
    }

    private static string Inconclusive(CaseVerdict judged, TimeEvidence evidence, GateRules rules, int cases, ObservationUnit unit)
    {
        string units = unit == ObservationUnit.Pairs ? "pairs" : "kept runs";
        if (evidence.SmallestP * cases > rules.Alpha)
        {
            string floor = unit == ObservationUnit.Pairs
                ? $", {Figures.Whole(cases)} cases need at least {Figures.Whole(SmallestPairs.For(cases, rules))}"
                : "";
            return $"too few {units}: {Figures.Whole(evidence.Observations)} cannot show even a large change{floor}; use more {units}, "
                + "or fewer cases";
        }

        string seen = judged.SmallestVisible is { } visible
            ? $"a slow-down below {Percent(visible)} could not be seen"
            : "no change could have been seen";
        string settle = evidence.Error is not null ? "only gate --base, which measures both in turns, can see smaller changes"
            : judged.PairsToSettle is { } count
            ? $"about {Figures.Whole(count)} {units} would have decided it"
            : $"no practical number of {units} would have decided it";
        return $"neither a change nor its absence was shown: {seen}; {settle}";
    }

    /// <summary>+10.0 %, or -9.1 %.</summary>
    public static string Change(double logRatio) => $"{(logRatio >= 0 ? "+" : "")}{Percent(Math.Exp(logRatio) - 1)}";

    public static string Percent(double share) => $"{Figures.Fixed(share * 100, 1)} %";

    public static string P(double? p) => p switch
    {
        null => "unknown",
        < 0.0001 => "< 0.0001",
        _ => "= " + Figures.Fixed(p.Value, 4),
    };
}
