namespace Results.Records;

/// <summary>
/// Whether a run may go on with an interrupted one: only if it is the same code, work and machine, or one page would show two things as
/// one.
/// </summary>
public static class Resumption
{
    /// <summary>Marks the stored run as one in two parts.</summary>
    public const string Warning = "The run was interrupted and went on later: hours may lie between its cases. Where two of them are close, measure both again in one go.";

    /// <summary>
    /// The first thing in which the run to come differs from the stored one, in words for a person; null if it may go on.
    /// </summary>
    public static string? Obstacle(RunRecord stored, RunRecord now)
    {
        if (stored.Complete)
            return "the run is complete, nothing of it is missing; 'report' with that file draws its pages, and without --resume another run begins";
        return Differs("profile", stored.Profile, now.Profile)
            ?? Differs("hosting", stored.Hosting, now.Hosting)
            ?? Differs("scale", Text(stored), Text(now))
            ?? Differs("source", stored.Source.SourceHash, now.Source.SourceHash)
            ?? Differs("machine", $"{stored.Host}", $"{now.Host}")
            ?? (SameScenarios(stored, now) ? null : "its scenarios have other parameters now; put them back, or begin anew without --resume")
            ?? (stored.Planned.SequenceEqual(now.Planned, StringComparer.Ordinal) && stored.OptionsHash == now.OptionsHash
                ? null
                : "it was to measure other cases, or otherwise; give the options that it was started with");
    }

    private static string? Differs(string what, string stored, string now) => stored == now
        ? null
        : $"its {what} is '{stored}', and that of this command '{now}'; give the options that it was started with, or begin anew without --resume";

    private static string Text(RunRecord run) => FormattableString.Invariant($"delays × {run.Scale}, requests / {run.RequestDivisor}");

    private static bool SameScenarios(RunRecord stored, RunRecord now) => Lines(stored).SequenceEqual(Lines(now), StringComparer.Ordinal);

    private static IEnumerable<string> Lines(RunRecord run) => run.Scenarios.SelectMany(
        scenario => scenario.Parameters.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{scenario.Id}: {one.Key} = {one.Value}").Prepend(scenario.Id));
}
