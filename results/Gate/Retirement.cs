using Results.History;

namespace Results.Gate;

/// <summary>Whether a benchmark that the base has and the head lacks may be missing.</summary>
internal static class Retirement
{
    public static (Verdict Verdict, string Reason, bool Retired) Judge(
        string id, IReadOnlyCollection<string> offered, IReadOnlyDictionary<string, string> retired)
    {
        string successor = RetiredIds.NameNow(id, retired);
        if (retired.TryGetValue(successor, out string? next) && next.Length == 0)
            return (Verdict.Missing, "retired by results/HISTORY.md", true);
        if (successor == id)
            return (Verdict.Missing, "the head no longer has it; restore it, or retire the id in results/HISTORY.md", false);
        return offered.Contains(successor)
            ? (Verdict.Missing, $"renamed to {successor} by results/HISTORY.md", true)
            : (Verdict.Missing, $"results/HISTORY.md says that it is now {successor}, but the head does not have that either; correct "
                + "one of them", false);
    }
}
