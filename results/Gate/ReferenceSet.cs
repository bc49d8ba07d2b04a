namespace Results.Gate;

/// <summary>Sorts the cases of two stored runs, so that none is dropped silently.</summary>
internal sealed class ReferenceSet
{
    public ReferenceSet(StoredRun reference, StoredRun candidate, IReadOnlyList<string> differences, GateMetric metric, GateRules rules)
    {
        var before = reference.Cases(rules.Retired).ToDictionary(one => one.Id, StringComparer.Ordinal);
        var after = candidate.Cases(rules.Retired).ToDictionary(one => one.Id, StringComparer.Ordinal);
        string? notAsked = NotAsked.Why(reference.Run, candidate.Run);
        foreach (string id in before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal))
        {
            (StoredCase? was, StoredCase? now) = (before.GetValueOrDefault(id), after.GetValueOrDefault(id));
            if (metric == GateMetric.Efficiency && new[] { was, now }.OfType<StoredCase>().All(one => one.HasNoIdeal))
            {
                WithoutIdeal.Add(id);
                continue;
            }

            Order.Add(id);
            if (Obstacle(id, was, now, reference.Name, candidate.Name, after.Keys, notAsked, rules) is { } found)
                Others.Add(Verdict(id, (was ?? now)!, found.Verdict, found.Reason) with { Retired = found.Retired });
            else if (metric == GateMetric.Efficiency && (was!.HasNoIdeal || now!.HasNoIdeal))
                Others.Add(Verdict(
                    id,
                    now!,
                    Gate.Verdict.NotComparable,
                    $"{(was.HasNoIdeal ? reference.Name : candidate.Name)} has no ideal for it; measure it again"));
            else if (differences.Count > 0)
                Others.Add(Verdict(id, now!, Gate.Verdict.NotComparable, $"the runs differ in {string.Join("; ", differences)}"));
            else
                Comparable.Add((was!, now!));
        }
    }

    /// <summary>Every id once: those of the reference, then the new ones.</summary>
    public List<string> Order { get; } = [];

    public List<(StoredCase Reference, StoredCase Candidate)> Comparable { get; } = [];

    public List<CaseVerdict> Others { get; } = [];

    /// <summary>Cases without an ideal, which have no efficiency.</summary>
    public List<string> WithoutIdeal { get; } = [];

    private static CaseVerdict Verdict(string id, StoredCase one, Verdict verdict, string reason) => new()
    {
        Case = id,
        Scenario = one.Launches?.First.Scenario ?? "",
        Strategy = one.Launches?.First.Strategy ?? "",
        Verdict = verdict,
        Reason = reason,
    };

    private static (Verdict Verdict, string Reason, bool Retired)? Obstacle(
        string id,
        StoredCase? was,
        StoredCase? now,
        string reference,
        string candidate,
        IReadOnlyCollection<string> offered,
        string? notAsked,
        GateRules rules)
    {
        if (was is null)
            return (Gate.Verdict.New, "the reference does not have it", false);
        if (now is null)
        {
            // the id of a cold case also has its regime
            (Verdict Verdict, string Reason, bool Retired) missing = Retirement.Judge(was.Launches?.First.Case ?? id, offered, rules);
            return missing.Retired || notAsked is null
                ? missing
                : (Gate.Verdict.NotComparable, $"was not asked for in this run ({notAsked}); compare runs of the same choice", false);
        }

        if (now.Launches is null)
            return (Gate.Verdict.Missing, $"{candidate}: was not measured; read BenchmarkDotNet's log, and measure again", false);
        if (was.Launches is null)
            return (Gate.Verdict.NotComparable, $"{reference}: was planned but not measured; name a complete reference", false);
        return (was.Obstacle(reference) ?? now.Obstacle(candidate)) is { } obstacle ? (Gate.Verdict.NotComparable, obstacle, false) : null;
    }
}
