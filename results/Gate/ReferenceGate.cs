using Results.Formatting;
using Results.History;

namespace Results.Gate;

/// <summary>
/// Judges a stored run against a stored reference. Weaker than <see cref="PairedGate"/>: the noise between runs must be learnt.
/// </summary>
public static class ReferenceGate
{
    /// <param name="kept">The history of the machine; with at least 10 comparable runs other than the candidate, the noise between runs is
    /// learnt from them.</param>
    public static GateDecision Decide(
        StoredRun reference, StoredRun candidate, IReadOnlyList<HistoryEntry> kept, GateMetric metric, GateRules rules)
    {
        IReadOnlyList<string> differences = RunIdentity.Differences(reference.Run, candidate.Run);
        var set = new ReferenceSet(reference, candidate, metric == GateMetric.Time ? differences : [], metric, rules);
        // Noise learnt on one machine or scale does not apply to another, and the change that is judged must not count as noise.
        IReadOnlyList<HistoryEntry> learnFrom = differences.Count > 0 ? []
            : [.. kept.Where(entry => entry.StartedAt != candidate.Run.StartedAt || entry.SourceHash != candidate.Run.Source.SourceHash)];
        var measured = set.Comparable
            .Select(pair => ReferenceCase.Compare(pair.Reference, pair.Candidate, candidate.Run, learnFrom, metric, rules))
            .ToList();
        int learnt = measured.Count(one => one.Noise.Runs >= LearntNoise.FewestRuns);
        var judged = TimeVerdict.Judge([.. measured.Select(one => (one.Verdict, one.Evidence))], rules, ObservationUnit.Iterations)
            .Zip(measured, (verdict, one) => verdict with { Pairs = 0, Reason = $"{verdict.Reason}; {one.Caveat}" })
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
            Method = $"two stored runs; the noise between runs was learnt for {Figures.Whole(learnt)} "
                + $"of {Figures.Whole(measured.Count)} cases",
            Notes = [.. Notes(reference, differences, metric, set, measured.Count - learnt)],
            Cases = cases,
        };
    }

    private static IEnumerable<string> Notes(
        StoredRun reference, IReadOnlyList<string> differences, GateMetric metric, ReferenceSet set, int unlearnt)
    {
        if (!reference.Run.Complete)
            yield return $"{Path.GetFileName(reference.Path)} was interrupted: name a complete reference.";
        foreach (string difference in differences)
            yield return $"The runs differ in {difference}.";
        if (differences.Count > 0 && metric == GateMetric.Time)
            yield return "Times of such runs cannot be compared. Measure both in the same way, or use --metric efficiency.";
        if (metric == GateMetric.Efficiency)
            yield return "Efficiency is ideal / time. It shows lost concurrency and added waiting on any machine. It cannot tell a small "
                + "change of a request's processor time from a difference between the machines.";
        if (set.WithoutIdeal.Count > 0)
            yield return $"Left out because they have no ideal: {string.Join(", ", set.WithoutIdeal)}.";
        if (unlearnt > 0)
            yield return $"The noise between runs is not known for {Figures.Whole(unlearnt)} cases, so the machine may be the cause of a "
                + $"slow case. Keep at least {Figures.Whole(LearntNoise.FewestRuns)} comparable runs with history add. gate --base does "
                + "not need them.";
    }

    private static string Describe(StoredRun stored) =>
        RunOutcome.Describe(stored.Name, stored.Run.Source.Commit, stored.Run.Source.Dirty, stored.Run.Source.SourceHash);
}
