namespace Results.Gate;

/// <summary>The kind of observation behind a verdict.</summary>
internal enum ObservationUnit
{
    /// <summary>Of <see cref="PairedGate"/>: a launch of each side.</summary>
    Pairs,

    /// <summary>Of <see cref="ReferenceGate"/>: stored runs of one machine.</summary>
    KeptRuns,
}
