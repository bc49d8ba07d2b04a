using Results.Formatting;
using Results.Records;

namespace Results.Gate;

/// <summary>Sorts a gate's cases into those whose pairs can be judged and the others, so that none is dropped silently.</summary>
/// <param name="Order">Every id once: the plan of the base, then the new ones.</param>
internal sealed record CaseSet(
    IReadOnlyList<string> Order, IReadOnlyList<(CaseVerdict Verdict, GateCase Measured)> Comparable, IReadOnlyList<CaseVerdict> Others)
{
    private const string LookAtOutput = "look for its failure in the output of the launches";

    public static CaseSet Of(GateRun run, GateRules rules)
    {
        List<string> order =
        [
            .. run.Base.Planned.Concat(run.Head.Planned).Concat(run.Cases.Select(one => one.Case)).Distinct(StringComparer.Ordinal),
        ];
        // Not the pairs of one case: each case may have lost another pair.
        int most = run.Cases.SelectMany(one => one.Pairs).Select(pair => pair.Id).Distinct(StringComparer.Ordinal).Count();
        List<(CaseVerdict, GateCase)> comparable = [];
        List<CaseVerdict> others = [];
        foreach (string id in order)
        {
            var found = run.Cases.Where(one => one.Case == id).ToList();
            var verdict = new CaseVerdict
            {
                Case = id,
                Scenario = found.Count > 0 ? found[0].Scenario : "",
                Strategy = found.Count > 0 ? found[0].Strategy : "",
                Verdict = Verdict.Inconclusive,
                Reason = "",
            };
            if (Obstacle(run, id, found, most, rules) is { } obstacle)
                others.Add(verdict with { Verdict = obstacle.Verdict, Reason = obstacle.Reason, Retired = obstacle.Retired });
            else
                comparable.Add((verdict, found[0]));
        }

        return new(order, comparable, others);
    }

    private static (Verdict Verdict, string Reason, bool Retired)? Obstacle(
        GateRun run, string id, List<GateCase> found, int most, GateRules rules)
    {
        (int bases, int heads) = (run.Base.Planned.Count(one => one == id), run.Head.Planned.Count(one => one == id));
        if (bases > 1 || heads > 1 || found.Count > 1)
            return (Verdict.NotComparable, "is in the set twice; give each benchmark its own name", false);
        if (heads == 0 && bases == 1)
            return Retirement.Judge(id, run.Head.Planned, rules);
        if (heads == 1 && bases == 0)
            return (Verdict.New, "the base does not have it", false);
        if (heads == 0)
            return (Verdict.NotComparable, "was measured, but neither side planned it; measure again", false);
        if (found.Count == 0)
            return (Verdict.Missing, "both sides have it, but it was never launched; " + LookAtOutput, false);
        if (found[0].NotComparable is { } reason)
            return (Verdict.NotComparable, reason, false);
        if (found[0].Pairs.Count == 0)
            return (Verdict.Missing, "both sides have it, but no pair of launches gave a result; " + LookAtOutput, false);
        return found[0].Pairs.Count < most
            ? (Verdict.NotComparable, $"has {Figures.Whole(found[0].Pairs.Count)} of {Figures.Whole(most)} pairs; {LookAtOutput}", false)
            : null;
    }
}
