using Results.Records;

namespace Results.Gate;

/// <summary>Judges base and head that were measured in turns. The unit is the pair, never the iteration.</summary>
public static class PairedGate
{
    /// <summary>The verdict on each case and on the run.</summary>
    /// <exception cref="RecordException">The run holds a value that no measurement can have.</exception>
    public static GateDecision Decide(GateRun run, GateRules rules)
    {
        var judged = new PairedJudgement(run, rules);
        return RunOutcome.Of(run, rules, judged.ExplainedCases, judged.WhyStop);
    }

    /// <summary>Why a measurement that has reached one of its looks can stop, as the end of a sentence; null if it goes on.</summary>
    /// <param name="run">With the pairs measured so far.</param>
    public static string? WhyStop(GateRun run, GateRules rules) => new PairedJudgement(run, rules).WhyStop;
}
