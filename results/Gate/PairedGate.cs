using Results.Records;

namespace Results.Gate;

/// <summary>Judges base and head that were measured by turns.</summary>
public static class PairedGate
{
    /// <summary>The verdict on each case and on the run.</summary>
    /// <exception cref="RecordException">The run holds a value that no measurement can have.</exception>
    public static GateDecision Decide(GateRun run, GateRules rules) => throw new RecordException($"gate of {run.Base.Name}: rules of {rules.Threshold} are not there yet");
}
