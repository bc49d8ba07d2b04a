namespace Results.Records;

/// <summary>
/// Whether a run may resume one that was interrupted, or whose cases failed. Code, work and machine must be the same, because one page
/// shows both parts as one run.
/// </summary>
public static class Resumption
{
    /// <summary>Marks a run that was measured in two parts.</summary>
    public const string Warning = "The run was interrupted and resumed later, so hours may lie between its cases. If two cases are "
        + "close, measure both again in one run.";

    /// <summary>How the warning about a round without a measurement begins, after the case's id.</summary>
    public const string FailedInRound = " failed in round ";

    /// <summary>The planned cases without a measurement in every round, in the order of the plan. A failed case is one of them.</summary>
    public static IReadOnlyList<string> NotMeasured(RunRecord run) =>
        [.. run.Planned.Where(id => run.Cases.Count(one => one.Case == id && IsMeasured(one)) < (run.Rounds?.Planned ?? 1))];

    /// <summary>The stored run as it goes on.</summary>
    internal static RunRecord Resumed(RunRecord stored)
    {
        IEnumerable<string> kept = stored.Warnings.Where(warning => !stored.Planned.Any(
            id => warning.StartsWith(id + FailedInRound, StringComparison.Ordinal))); // such a round is measured again
        return stored with
        {
            Complete = false,
            Cases = [.. stored.Cases.Where(IsMeasured)],
            Warnings = [.. stored.Cases.Any(IsMeasured) ? kept.Union([Warning], StringComparer.Ordinal) : kept],
        };
    }

    /// <summary>A record alone says nothing.</summary>
    internal static bool IsMeasured(CaseRecord launch) => launch.IterationsNs.Count > 0;

    /// <summary>
    /// The first difference between the new run and the stored one, in words for a person; null if the new run may resume it.
    /// </summary>
    public static string? Obstacle(RunRecord stored, RunRecord now)
    {
        if (stored.Complete && NotMeasured(stored).Count == 0)
            return "the run is complete; draw its pages with 'report' and that file, or start a new run without --resume";
        return Differs("profile", stored.Profile, now.Profile)
            ?? Differs("hosting", stored.Hosting, now.Hosting)
            ?? Differs("scale", Text(stored), Text(now))
            ?? Differs("source", stored.Source.SourceHash, now.Source.SourceHash)
            ?? Differs("machine", $"{stored.Host}", $"{now.Host}")
            ?? (SameScenarios(stored, now) ? null : "its scenarios have other parameters now; restore them, or start a new run without "
                + "--resume")
            ?? (stored.Planned.SequenceEqual(now.Planned, StringComparer.Ordinal) && stored.OptionsHash == now.OptionsHash
                ? null
                : "it was started for other cases or with other options; give the options that it was started with");
    }

    private static string? Differs(string what, string stored, string now) => stored == now
        ? null
        : $"its {what} is '{stored}', but this command has '{now}'; give the options that it was started with, or start a new run "
            + "without --resume";

    private static string Text(RunRecord run) => FormattableString.Invariant($"delays × {run.Scale}, requests / {run.RequestDivisor}");

    private static bool SameScenarios(RunRecord stored, RunRecord now) => Lines(stored).SequenceEqual(Lines(now), StringComparer.Ordinal);

    private static IEnumerable<string> Lines(RunRecord run) => run.Scenarios.SelectMany(
        scenario => scenario.Parameters
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{scenario.Id}: {one.Key} = {one.Value}")
            .Prepend(scenario.Id));
}
