using Results.Statistics;

namespace Results.Gate;

/// <summary>The rule itself. The same code judges pull requests, stored references and the tests' simulated runs.</summary>
internal static class TimeVerdict
{
    /// <summary>
    /// Slower: the test rejects "no change" at the run's alpha (Holm over the cases), and the estimate reaches the margin. Same: the whole
    /// interval lies within the margin; these are two one-sided tests (Schuirmann 1987). Otherwise the result is inconclusive.
    /// </summary>
    public static Verdict Of(TimeEvidence evidence, double pSlower, double pFaster, GateRules rules)
    {
        if (pSlower <= rules.Alpha && evidence.LogRatio >= evidence.Margin)
            return Verdict.Slower;
        if (pFaster <= rules.Alpha && evidence.LogRatio <= -evidence.Margin)
            return Verdict.Faster;
        return evidence.Interval is { } i && i.Lower > -evidence.Margin && i.Upper < evidence.Margin ? Verdict.Same : Verdict.Inconclusive;
    }

    /// <summary>Completes the verdicts of all cases whose time was measured.</summary>
    public static IEnumerable<CaseVerdict> Judge(
        IReadOnlyList<(CaseVerdict Case, TimeEvidence Evidence)> measured, GateRules rules, ObservationUnit unit)
    {
        IReadOnlyList<double> slower = Holm.Adjust([.. measured.Select(one => one.Evidence.PSlower)]);
        IReadOnlyList<double> faster = Holm.Adjust([.. measured.Select(one => one.Evidence.PFaster)]);
        return measured.Select((one, i) =>
        {
            (CaseVerdict subject, TimeEvidence evidence) = one;
            Verdict verdict = Of(evidence, slower[i], faster[i], rules);
            CaseVerdict judged = subject with
            {
                Verdict = verdict,
                Pairs = evidence.Observations,
                BaseNs = evidence.BaseNs,
                HeadNs = evidence.HeadNs,
                LogRatio = evidence.LogRatio,
                Interval = evidence.Interval,
                PSlower = slower[i],
                PFaster = faster[i],
                SmallestVisible = evidence.SmallestVisible(rules, measured.Count),
                PairsToSettle = verdict == Verdict.Inconclusive ? evidence.ToSettle(rules, measured.Count) : null,
            };
            return judged with { Reason = VerdictReason.Of(judged, evidence, rules, measured.Count, unit) };
        });
    }
}
