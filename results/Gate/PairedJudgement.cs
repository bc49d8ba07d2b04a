using Results.Records;
using Results.Statistics;

namespace Results.Gate;

/// <summary>The verdicts on all cases of a measurement in pairs, at its last look. It can be a run that is still measured.</summary>
internal sealed class PairedJudgement
{
    // The largest p value of a noisy case that looks slower. With 0.2, gates stopped too early to find a change behind a slow spell.
    private const double LooksSlower = 0.5;

    private readonly GateRun _run;
    private readonly GateRules _rules;
    private readonly CaseSet _set;
    private readonly List<(PairedCase Case, CaseVerdict Verdict)> _times;

    /// <exception cref="RecordException">The run holds a value that no measurement can have.</exception>
    public PairedJudgement(GateRun run, GateRules rules)
    {
        if (GateRunCheck.FirstFault(run) is { } fault)
            throw new RecordException($"gate run: {fault}; measure again");
        (_run, _rules, _set) = (run, rules, CaseSet.Of(run, rules));
        _times = _set.Comparable.Count > 0 ? [.. JudgeTimes()] : [];
    }

    /// <summary>
    /// Why a measurement stops after these pairs, as the end of a sentence; null if it goes on. Only times decide it.
    /// </summary>
    public string? WhyStop =>
        _times.Count == 0 ? null
        : _times.Any(one => one.Verdict.Verdict == Verdict.Slower) ? "a case is slower"
        // An inconclusive case fails a strict gate, so a strict gate goes on while there is one.
        : _rules.Strict ? _times.All(one => one.Verdict.Verdict != Verdict.Inconclusive) ? "every case is clear" : null
        : _times.All(one => one.Case.IsNotSlower) ? "the upper limit of every case lies below its margin"
        : _times.All(one => one.Case.IsNotSlower || IsHopeless(one.Case, one.Verdict))
            ? "the upper limit of every case lies below its margin, or the case is too noisy for these pairs"
        : null;

    /// <summary>In the order of the plan, without the reasons. What could have been seen takes longer to compute.</summary>
    public IReadOnlyList<CaseVerdict> Cases => Complete(_times.Select(one => one.Verdict));

    /// <summary>The same with the reasons, and with what could have been seen.</summary>
    public IReadOnlyList<CaseVerdict> ExplainedCases
    {
        get
        {
            if (_times.Count == 0)
                return Cases;
            double[][] noise = [.. _times.Select(one => one.Case.Noise)];
            var visible = new VisibleChange(noise, Looks.Of(_run.PlannedPairs, _rules), _rules);
            return Complete(_times.Select((one, i) => Explain(one.Case, one.Verdict with
            {
                SmallestVisible = visible.Of(noise[i], one.Case.Margin),
                VisibleAtBest = one.Case.Skewed,
            }, visible.LastCritical)));
        }
    }

    private IEnumerable<(PairedCase Case, CaseVerdict Verdict)> JudgeTimes()
    {
        IReadOnlyList<Look> looks = Looks.Until(_set.Comparable[0].Measured.Pairs.Count, _run.PlannedPairs, _rules);
        PairedCase[] cases = [.. _set.Comparable.Select(found => PairedCase.Of(found.Verdict, found.Measured, _rules))];
        FlipResult test = JointFlips.Test([.. cases.Select(one => one.Effects)], looks);
        return cases.Select((one, i) =>
        {
            CaseVerdict tested = one.Subject with { PSlower = test.PAbove[i], PFaster = test.PBelow[i] };
            return (one, tested with { Verdict = TimeVerdict.Of(tested, one.Margin, looks[^1].Alpha) });
        });
    }

    /// <summary>A noisy case that looks slower may still be found with more pairs.</summary>
    private bool IsHopeless(PairedCase pairs, CaseVerdict verdict) => pairs.IsTooNoisy(_run.PlannedPairs)
        && !(pairs.Estimate >= pairs.Margin / 2 && verdict.PSlower <= LooksSlower);

    private CaseVerdict Explain(PairedCase pairs, CaseVerdict verdict, double critical)
    {
        CaseVerdict settled = verdict.Verdict == Verdict.Inconclusive
            ? verdict with { PairsToSettle = pairs.ToSettle(critical, _rules) }
            : verdict;
        return settled with { Reason = PairedReason.Of(settled, pairs.Margin, _rules) };
    }

    /// <summary>Adds what was counted, and the cases that could not be compared.</summary>
    private List<CaseVerdict> Complete(IEnumerable<CaseVerdict> times)
    {
        IReadOnlyList<AllocationComparison> allocations =
            AllocationComparison.Of([.. _set.Comparable.Select(found => found.Measured)], _run.PlannedPairs, _rules);
        var all = times
            .Zip(_set.Comparable, allocations)
            .Select(one => one.First with
            {
                BaseAllocatedBytes = one.Third.Base,
                HeadAllocatedBytes = one.Third.Head,
                Findings =
                [
                    .. CounterComparison.Of(one.Second.Measured.BaseCounters, one.Second.Measured.HeadCounters, _rules),
                    .. one.Third.Findings,
                ],
            })
            .Concat(_set.Others)
            .ToDictionary(verdict => verdict.Case, StringComparer.Ordinal);
        return [.. _set.Order.Select(id => all[id])];
    }
}
