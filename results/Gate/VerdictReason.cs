using Results.Formatting;

namespace Results.Gate;

/// <summary>Why a time got its verdict, in a sentence; and the figures of such sentences.</summary>
internal static class VerdictReason
{
    /// <summary>Null for an Inconclusive, whose reason depends on how the time was measured.</summary>
    /// <param name="margin">The smallest effect that matters, as a logarithm.</param>
    public static string? OfShown(CaseVerdict judged, double margin) => judged.Verdict switch
    {
        Verdict.Slower => Changed(judged.LogRatio!.Value, judged.PSlower),
        Verdict.Faster => Changed(judged.LogRatio!.Value, judged.PFaster),
        Verdict.Same => $"no change of {Percent(Math.Exp(margin) - 1)} or more, either way",
        _ => null,
    };

    private static string Changed(double logRatio, double? p) =>
        $"the time changed by {Change(logRatio)}; chance alone gives this with p {P(p)}";

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
