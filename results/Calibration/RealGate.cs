using Results.Gate;

namespace Results.Calibration;

/// <summary>One calibration gate that was really measured: the same build on both sides, with or without a planted defect on the head's.</summary>
/// <param name="Decision">Judged by the shipped rules.</param>
/// <param name="Took">From the first launch to the last.</param>
public sealed record RealGate(GateDecision Decision, TimeSpan Took)
{
    /// <summary>A failing case, or a counter that changed for the worse.</summary>
    public bool Alarmed => Decision.Cases.Any(one => one.Fails);
}

/// <summary>The gates of one kind of planted defect, and what they are to show.</summary>
/// <param name="Id">As it is typed; "none" for identical sides.</param>
/// <param name="Text">As the page prints it.</param>
public sealed record RealPlant(string Id, string Text, IReadOnlyList<RealGate> Gates)
{
    public const string Nothing = "none";

    /// <summary>Gates that the goal asks for.</summary>
    public int Wanted => Id == Nothing ? 20 : 10;

    /// <summary>Alarms that the goal allows at most without a defect, and asks for at least with one, of the wanted gates.</summary>
    public int Goal => Id switch { Nothing => 0, "latency-10" => 9, _ => 10 };

    public Proportion Alarms => new(Gates.Count(gate => gate.Alarmed), Gates.Count);

    /// <summary>Null while gates are missing.</summary>
    public bool? Reached => Gates.Count < Wanted ? null
        : Id == Nothing ? Alarms.Seen <= Goal
        : Alarms.Seen * Wanted >= Goal * Gates.Count;
}
