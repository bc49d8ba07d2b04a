using Results.Statistics;

namespace Results.Gate;

/// <summary>Judges the times of one run against the kept runs.</summary>
internal static class ReferenceVerdict
{
    /// <summary>Completes the verdicts of all cases whose noise is known.</summary>
    public static IEnumerable<CaseVerdict> Judge(
        IReadOnlyList<(CaseVerdict Case, ReferenceEvidence Evidence)> measured, GateRules rules)
    {
        IReadOnlyList<double> slower = Holm.Adjust([.. measured.Select(one => one.Evidence.PSlower)]);
        IReadOnlyList<double> faster = Holm.Adjust([.. measured.Select(one => one.Evidence.PFaster)]);
        return measured.Select((one, i) =>
        {
            (CaseVerdict subject, ReferenceEvidence evidence) = one;
            CaseVerdict tested = subject with
            {
                BaseNs = evidence.BaseNs,
                HeadNs = evidence.HeadNs,
                LogRatio = evidence.LogRatio,
                Interval = evidence.Interval,
                PSlower = slower[i],
                PFaster = faster[i],
                SmallestVisible = evidence.SmallestVisible(rules, measured.Count),
            };
            CaseVerdict judged = tested with { Verdict = TimeVerdict.Of(tested, evidence.Margin, rules.Alpha) };
            return judged with { Reason = VerdictReason.OfShown(judged, evidence.Margin) ?? Inconclusive(judged.SmallestVisible.Value) };
        });
    }

    private static string Inconclusive(double visible) =>
        $"neither a change nor its absence was shown: a slow-down below {VerdictReason.Percent(visible)} could not be seen; only "
            + "gate --base, which measures both in turns, can see smaller changes";
}
