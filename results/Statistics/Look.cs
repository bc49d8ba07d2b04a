namespace Results.Statistics;

/// <summary>A moment at which the pairs measured so far are tested.</summary>
/// <param name="Pairs">Pairs measured by then, at least 1.</param>
/// <param name="Alpha">The largest share of unchanged runs that may be called changed at this look or at an earlier one.</param>
public sealed record Look(int Pairs, double Alpha);
