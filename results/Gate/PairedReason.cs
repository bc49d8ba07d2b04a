using Results.Formatting;

namespace Results.Gate;

/// <summary>Why a time that was measured in pairs got its verdict, in a sentence.</summary>
internal static class PairedReason
{
    public static string Of(CaseVerdict judged, PairedCase pairs, GateRules rules)
    {
        string margin = VerdictReason.Percent(Math.Exp(pairs.Margin) - 1);
        return judged.Verdict switch
        {
            Verdict.Slower => Changed(pairs, judged.PSlower),
            Verdict.Faster => Changed(pairs, judged.PFaster),
            Verdict.Same => $"no change of {margin} or more, either way",
            _ when judged.Pairs < Looks.Fewest(rules) =>
                $"too few pairs: {Figures.Whole(judged.Pairs)} cannot show even a large change; use at least "
                    + $"{Figures.Whole(Looks.Fewest(rules))}",
            _ => $"neither a change nor its absence was shown: {Seen(judged)}; {Settle(judged)}",
        };
    }

    private static string Changed(PairedCase pairs, double? p) =>
        $"the time changed by {VerdictReason.Change(pairs.Estimate)}; chance alone gives this with p {VerdictReason.P(p)}";

    private static string Seen(CaseVerdict judged) => judged switch
    {
        { SmallestVisible: null } => "no change could have been seen",
        { SmallestVisible: { } least, VisibleAtBest: true } =>
            $"a slow-down below {VerdictReason.Percent(least)} could not be seen, and perhaps a larger one neither, because a few launches "
                + "were much slower than the others",
        { SmallestVisible: { } least } => $"a slow-down below {VerdictReason.Percent(least)} could not be seen",
    };

    private static string Settle(CaseVerdict judged) => judged.PairsToSettle is { } count
        ? $"about {Figures.Whole(count)} pairs would have decided it"
        : "no practical number of pairs would have decided it";
}
