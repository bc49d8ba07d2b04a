using Results.Formatting;

namespace Results.Gate;

/// <summary>Why a time got its verdict, in a sentence.</summary>
internal static class VerdictReason
{
    /// <summary>The unit of <see cref="PairedGate"/>.</summary>
    public const string Pairs = "pairs";

    public static string Of(CaseVerdict judged, TimeEvidence evidence, GateRules rules, int cases, string unit)
    {
        var margin = Percent(Math.Exp(evidence.Margin) - 1);
        return judged.Verdict switch
        {
            Verdict.Slower => $"takes {Change(evidence.LogRatio)}; a change by chance alone has p {P(judged.PSlower)}",
            Verdict.Faster => $"takes {Change(evidence.LogRatio)}; a change by chance alone has p {P(judged.PFaster)}",
            Verdict.Same => $"no change of {margin} or more, either way",
            _ => Inconclusive(judged, evidence, rules, cases, unit),
        };
    }

    private static string Inconclusive(CaseVerdict judged, TimeEvidence evidence, GateRules rules, int cases, string unit)
    {
        if (evidence.SmallestP * cases > rules.Alpha)
        {
            var floor = unit == Pairs ? $", {Figures.Whole(cases)} cases need at least {Figures.Whole(SmallestPairs.For(cases, rules))}" : "";
            return $"too few {unit}: {Figures.Whole(evidence.Observations)} can show no change however large{floor}; use more {unit}, or fewer cases";
        }

        var seen = judged.SmallestVisible is { } visible
            ? $"a slow-down below {Percent(visible)} could not be seen"
            : "no change could have been seen";
        var settle = evidence.Error is not null ? "only gate --base, which measures both by turns, can see less"
            : judged.PairsToSettle is { } count
            ? $"about {Figures.Whole(count)} {unit} would have settled it"
            : $"no practical number of {unit} would have settled it";
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
