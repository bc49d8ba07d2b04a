using Results.Formatting;
using Results.History;
using Results.Records;

namespace Results.Gate;

/// <summary>Makes the verdict on the run from the verdicts on its cases: one sentence and one exit code.</summary>
internal static class RunOutcome
{
    /// <param name="why">Why the measurement could stop before its last pair; null if it could not.</param>
    public static GateDecision Of(GateRun run, GateRules rules, IReadOnlyList<CaseVerdict> cases, string? why)
    {
        var decision = new GateDecision
        {
            ExitCode = ExitCode(cases, run.Complete, rules),
            Headline = Headline(cases, run.Complete, rules),
            Rules = rules,
            StartedAt = run.StartedAt,
            Host = run.Host,
            Profile = run.Profile,
            Base = Describe(run.Base),
            Head = Describe(run.Head),
            Method = $"{Pairs(run, rules, why)}; base and head ran in turns; a coin decided which side of a pair ran first "
                + $"(seed {Figures.Whole(run.Seed)}); noise between runs cancels out within a pair",
            Cases = cases,
        };
        return decision with { Notes = [.. run.Warnings, .. Notes(run)] };
    }

    /// <summary>An empty or interrupted set, or one without comparable cases, never passes.</summary>
    public static int ExitCode(IReadOnlyList<CaseVerdict> cases, bool complete, GateRules rules)
    {
        if (cases.Any(one => one.Fails))
            return GateExitCodes.Regression;
        if (!complete || !cases.Any(Compared) || cases.Any(one => one.Verdict == Verdict.NotComparable))
            return GateExitCodes.NotComparable;
        return rules.Strict && cases.Any(one => one.Verdict == Verdict.Inconclusive) ? GateExitCodes.Regression : GateExitCodes.Pass;
    }

    public static string Headline(IReadOnlyList<CaseVerdict> cases, bool complete, GateRules rules)
    {
        if (cases.Count == 0)
            return "Not comparable: the two sides have no chosen case in common; check --cases.";
        List<string> parts = [.. Enum.GetValues<Verdict>().Select(verdict => (verdict, count: cases.Count(one => one.Verdict == verdict)))
            .Where(one => one.count > 0).Select(one => $"{Figures.Whole(one.count)} {one.verdict}")];
        if (cases.Sum(one => one.Findings.Count(finding => finding.Fails)) is > 0 and var changed)
            parts.Insert(0, $"{Figures.Whole(changed)} changed counters");
        string word = (ExitCode(cases, complete, rules), cases.Any(one => one.Fails)) switch
        {
            (GateExitCodes.Regression, false) => "Fails (strict)",
            (GateExitCodes.Regression, _) => "Regression",
            (GateExitCodes.NotComparable, _) when !complete => "Interrupted, so it does not pass",
            (GateExitCodes.NotComparable, _) => "Not comparable",
            _ => cases.Any(one => one.Verdict == Verdict.Inconclusive) ? "Passes, but not every case is clear" : "Passes",
        };
        return $"{word}: {string.Join(", ", parts)}.";
    }

    public static string Describe(GateSide side) => Describe(side.Name, side.Commit, side.Dirty, side.SourceHash);

    public static string Describe(string name, string? commit, bool? dirty, string sourceHash)
    {
        string version = commit is { } known ? "commit " + Short(known) : "commit unknown";
        return $"{name} ({version}{(dirty == true ? " with uncommitted changes" : "")}, source {Short(sourceHash)})";
    }

    private static string Pairs(GateRun run, GateRules rules, string? why)
    {
        string[] looks = [.. Looks.Of(run.PlannedPairs, rules).Select(look => Figures.Whole(look.Pairs))];
        string planned = looks.Length > 1
            ? $"at most {looks[^1]} pairs of launches, judged after {string.Join(", ", looks[..^1])} and {looks[^1]}"
            : $"{looks[0]} pairs of launches";
        int measured = run.Cases.Select(one => one.Pairs.Count).DefaultIfEmpty().Max();
        return measured == run.PlannedPairs || measured == 0 ? planned
            : !run.Complete ? $"{planned}; interrupted after {Figures.Whole(measured)}"
            : why is not null && looks.Contains(Figures.Whole(measured)) ? $"{planned}; stopped after {Figures.Whole(measured)}: {why}"
            : $"{planned}; stopped after {Figures.Whole(measured)}: the budget was used up";
    }

    private static bool Compared(CaseVerdict one) =>
        one.Verdict is Verdict.Slower or Verdict.Faster or Verdict.Same or Verdict.Inconclusive;

    private static IEnumerable<string> Notes(GateRun run)
    {
        string[] changes = [.. ScenarioChanges(run)];
        // the hash covers the code, but not the scenario files
        if (run.Base.SourceHash == run.Head.SourceHash && changes.Length == 0)
            yield return "Both sides are the same build, so every difference is noise.";
        if (run.Base.Server != run.Head.Server)
            yield return $"The two sides used different servers, {run.Base.Server} and {run.Head.Server}. Use the same server for both.";
        foreach (string change in changes)
            yield return change;
        GatePair[] pairs = [.. run.Cases.SelectMany(one => one.Pairs)];
        if (Repeated(pairs.Count(pair => pair.Repeats > 0), pairs.Sum(pair => pair.Repeats), pairs.Length) is { } repeated)
            yield return repeated;
    }

    private static string? Repeated(int again, int times, int pairs) => again == 0
        ? null
        : $"{Figures.Whole(again)} of {Figures.Whole(pairs)} pairs {(again == 1 ? "was" : "were")} measured again"
            + $"{(times > again ? $", {Figures.Whole(times)} times in all" : "")}, because a launch had an iteration far above its last: "
            + "it was still compiling. The rule does not know the sides.";

    private static IEnumerable<string> ScenarioChanges(GateRun run)
    {
        foreach (ScenarioRecord before in run.Base.Scenarios)
        {
            if (run.Head.Scenarios.FirstOrDefault(one => one.Id == before.Id) is not { } after)
                continue;
            foreach ((string name, string? was, string? now) in RunIdentity.Differences(before, after))
                yield return $"Scenario {before.Id} is not the same on both sides: {name} {was ?? "(none)"} became {now ?? "(none)"}. "
                    + "This may be the cause of a change in time.";
        }
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
