namespace Results.Gate;

/// <summary>The rule for one case's time. The same code judges pairs and stored runs.</summary>
internal static class TimeVerdict
{
    /// <summary>
    /// Slower: the test of all cases rejects "not slower", and the estimate reaches the margin. Same: the whole interval lies within the
    /// margin; these are two one-sided tests (Schuirmann 1987). Otherwise the result is inconclusive.
    /// </summary>
    /// <param name="measured">With its estimate, its interval and its p values.</param>
    /// <param name="margin">The smallest effect that matters, as a logarithm, above 0.</param>
    /// <param name="alpha">The largest p value that rejects.</param>
    public static Verdict Of(CaseVerdict measured, double margin, double alpha)
    {
        if (measured.PSlower <= alpha && measured.LogRatio >= margin)
            return Verdict.Slower;
        if (measured.PFaster <= alpha && measured.LogRatio <= -margin)
            return Verdict.Faster;
        return measured.Interval is { } i && i.Lower > -margin && i.Upper < margin ? Verdict.Same : Verdict.Inconclusive;
    }
}
