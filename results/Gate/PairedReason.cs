using Results.Formatting;

namespace Results.Gate;

/// <summary>Why a time that was measured in pairs got its verdict, in a sentence.</summary>
internal static class PairedReason
{
    public static string Of(CaseVerdict judged, double margin, GateRules rules) => VerdictReason.OfShown(judged, margin)
        ?? (judged.Pairs < Looks.Fewest(rules)
            ? $"too few pairs: {Figures.Whole(judged.Pairs)} cannot show even a large change; use at least "
                + $"{Figures.Whole(Looks.Fewest(rules))}"
            : $"neither a change nor its absence was shown: {Seen(judged)}; {Settle(judged)}");

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
