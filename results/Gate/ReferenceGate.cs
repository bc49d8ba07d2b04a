using Results.Formatting;
using Results.History;
using Results.Records;
using Results.Statistics;
using Results.Summaries;

namespace Results.Gate;

/// <summary>
/// Judges a stored run. Its counters are compared with a stored reference, its times with the mean of the kept runs, because one reference
/// does not show the noise between runs. Weaker than <see cref="PairedGate"/>: runs of different hours differ by more than pairs.
/// </summary>
public static class ReferenceGate
{
    /// <param name="kept">The history of the machine, oldest first. A time is judged only with at least 10 comparable runs other than the
    /// candidate; with fewer it is Inconclusive.</param>
    public static GateDecision Decide(
        StoredRun reference, StoredRun candidate, IReadOnlyList<HistoryEntry> kept, GateMetric metric, GateRules rules)
    {
        IReadOnlyList<string> differences = RunIdentity.Differences(reference.Run, candidate.Run);
        var set = new ReferenceSet(reference, candidate, metric == GateMetric.Time ? differences : [], metric, rules);
        // Noise of one machine or scale does not apply to another, and the change that is judged must not count as noise.
        IReadOnlyList<HistoryEntry> learnFrom = differences.Count > 0 ? []
            : [.. kept.Where(entry => entry.StartedAt != candidate.Run.StartedAt || entry.SourceHash != candidate.Run.Source.SourceHash)];
        var measured = set.Comparable
            .Select(pair => ReferenceCase.Of(pair.Reference, pair.Candidate, candidate.Run, learnFrom, metric, rules))
            .ToList();
        var learnt = measured.Where(one => one.Kept.Noise is not null).ToList();
        // Successive runs of all cases meet the same machine, so that all cases together show their correlation best.
        double correlation = SerialCorrelation.UpperLimit([.. learnt.Select(one => one.Kept.Noise!)]);
        var judged = Judge(learnt, one => one.Candidate, correlation, rules)
            .Zip(learnt, (verdict, one) => verdict with { Reason = $"{verdict.Reason}; {one.Noise(correlation)}" })
            .Concat(measured.Where(one => one.Kept.Noise is null).Select(one => one.NotJudged(differences.Count == 0)))
            .Concat(set.Others)
            .ToDictionary(verdict => verdict.Case, StringComparer.Ordinal);
        var cases = set.Order.Select(id => judged[id]).ToList();
        return new()
        {
            ExitCode = RunOutcome.ExitCode(cases, candidate.Run.Complete, rules),
            Headline = RunOutcome.Headline(cases, candidate.Run.Complete, rules),
            Rules = rules,
            StartedAt = candidate.Run.StartedAt,
            Host = candidate.Run.Host,
            Profile = candidate.Run.Profile,
            Base = Describe(reference),
            Head = Describe(candidate),
            Method = Method(learnt.Count, measured.Count, correlation),
            Notes =
            [
                .. Notes(reference, differences, metric, set, measured.Count - learnt.Count),
                .. AboutTimes(cases, Judge(learnt, one => one.Reference, correlation, rules)),
            ],
            Cases = cases,
        };
    }

    private static IEnumerable<CaseVerdict> Judge(
        List<ReferenceCase> learnt, Func<ReferenceCase, Launches> run, double correlation, GateRules rules) => ReferenceVerdict.Judge(
            [.. learnt.Select(one => (one.Verdict, one.Evidence(run(one), correlation, rules)))], rules);

    private static string Method(int learnt, int measured, double correlation) =>
        "stored runs; the counters were compared with the base, and the times of "
        + $"{Figures.Whole(learnt)} of {Figures.Whole(measured)} cases with the mean of the kept runs"
        + (learnt == 0 ? "" : $"; successive runs resemble each other with a correlation of at most {Figures.Fixed(correlation, 2)}");

    private static IEnumerable<string> Notes(
        StoredRun reference, IReadOnlyList<string> differences, GateMetric metric, ReferenceSet set, int unlearnt)
    {
        if (!reference.Run.Complete)
            yield return $"{Path.GetFileName(reference.Path)} was interrupted: name a complete reference.";
        if (reference.Run.Profile == RunRecord.NotRecorded)
        {
            foreach (string gap in reference.Run.Warnings)
                yield return $"{Path.GetFileName(reference.Path)}: {gap}";
        }

        foreach (string difference in differences)
            yield return $"The runs differ in {difference}.";
        if (differences.Count > 0 && metric == GateMetric.Time)
            yield return "Times of such runs cannot be compared. Measure both in the same way, or use --metric efficiency.";
        if (metric == GateMetric.Efficiency)
            yield return "Efficiency is ideal / time. It shows lost concurrency and added waiting on any machine. It cannot tell a small "
                + "change of a request's processor time from a difference between the machines.";
        if (set.WithoutIdeal.Count > 0)
            yield return $"Left out because they have no ideal: {string.Join(", ", set.WithoutIdeal)}.";
        if (unlearnt > 0 && differences.Count == 0)
            yield return $"The times of {Figures.Whole(unlearnt)} cases were not judged. That needs at least "
                + $"{Figures.Whole(KeptRuns.Fewest)} comparable kept runs: keep them with history add. gate --base does not need them.";
    }

    private static IEnumerable<string> AboutTimes(IReadOnlyList<CaseVerdict> cases, IEnumerable<CaseVerdict> ofReference)
    {
        if (cases.Any(one => one.Verdict == Verdict.Slower))
            yield return "A slow spell of the machine looks like a slower case. Measure the run again before you believe Slower, or use "
                + "gate --base.";
        string[] apart =
        [
            .. ofReference.Where(one => one.Verdict is Verdict.Slower or Verdict.Faster)
                .Select(one => $"{one.Case} ({VerdictReason.Change(one.LogRatio!.Value)})"),
        ];
        if (apart.Length > 0)
            yield return $"The reference differs from the kept runs: {string.Join(", ", apart)}. The times were compared with the kept "
                + "runs. The command history shows when they changed.";
    }

    private static string Describe(StoredRun stored) =>
        RunOutcome.Describe(stored.Name, stored.Run.Source.Commit, stored.Run.Source.Dirty, stored.Run.Source.SourceHash);
}
