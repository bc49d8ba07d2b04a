namespace Results.Gate;

/// <summary>What the observations of a verdict are.</summary>
internal enum ObservationUnit
{
    /// <summary>Of <see cref="PairedGate"/>: a launch of each side.</summary>
    Pairs,

    /// <summary>Of <see cref="ReferenceGate"/>: those of each stored run.</summary>
    Iterations,
}
