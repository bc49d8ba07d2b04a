using Results.Formatting;
using Results.Records;

namespace Results.Gate;

/// <summary>Passes a head whose build is equal to that of the base, so that there is nothing to measure.</summary>
public static class IdenticalBuilds
{
    /// <summary>A pass without cases.</summary>
    /// <param name="run">As it would have been measured: host, sides and warnings. Its cases are not read.</param>
    /// <param name="files">
    /// How many files of each build were found equal, byte for byte; 1 or more. They must be all that a launch reads.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">No file was compared, which shows nothing.</exception>
    public static GateDecision Decide(GateRun run, int files, GateRules rules)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(files, 1);
        return new()
        {
            ExitCode = GateExitCodes.Pass,
            Headline = "Identical: both builds are the same, byte for byte, so nothing was measured.",
            Rules = rules,
            StartedAt = run.StartedAt,
            Host = run.Host,
            Profile = run.Profile,
            Base = RunOutcome.Describe(run.Base),
            Head = RunOutcome.Describe(run.Head),
            Method = files == 1
                ? "the one file of each build was compared, byte for byte"
                : $"the {Figures.Whole(files)} files of each build were compared, byte for byte",
            Notes = run.Warnings,
            Cases = [],
        };
    }
}
