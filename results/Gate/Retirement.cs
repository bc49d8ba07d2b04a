using Results.History;

namespace Results.Gate;

/// <summary>Whether a benchmark that the base has and the head lacks may be missing.</summary>
internal static class Retirement
{
    public static (Verdict Verdict, string Reason, bool Retired) Judge(string id, IReadOnlyCollection<string> offered, GateRules rules)
    {
        string successor = RetiredIds.NameNow(id, rules.Retired);
        if (rules.Retired.TryGetValue(successor, out string? next) && next.Length == 0)
            return (Verdict.Missing, $"retired by {rules.Renames}", true);
        if (successor == id)
            return (Verdict.Missing, $"the head no longer has it; restore it, or retire the id in {rules.Renames}", false);
        return offered.Contains(successor)
            ? (Verdict.Missing, $"renamed to {successor} by {rules.Renames}", true)
            : (Verdict.Missing, $"{rules.Renames} says that it is now {successor}, but the head does not have that either; correct "
                + "one of them", false);
    }
}
