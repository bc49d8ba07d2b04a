using Results.Gate;

namespace Tests.Calibration;

/// <summary>One calibration gate that was measured.</summary>
/// <param name="Decision">The decision of the gate's own rules.</param>
internal sealed record RealGate(GateDecision Decision)
{
    /// <summary>A failing case, or a counter that changed for the worse.</summary>
    public bool Alarmed => Decision.Cases.Any(one => one.Fails);
}

/// <summary>The gates of one defect.</summary>
internal sealed record DefectGates(InjectedDefect Defect, IReadOnlyList<RealGate> Gates)
{
    public Proportion Alarms => new(Gates.Count(gate => gate.Alarmed), Gates.Count);

    /// <summary>Null while gates are missing.</summary>
    public bool? Reached => Gates.Count < Defect.Wanted ? null
        : Defect.IsNone ? Alarms.Seen <= Defect.Goal
        : Alarms.Seen * Defect.Wanted >= Defect.Goal * Gates.Count;
}
