namespace Results.Gate;

/// <summary>One case over its kept runs. A trend has only runs that may be compared.</summary>
/// <param name="Series">What the runs have in common, as text: the profile, and all else that distinguishes the
/// series of a machine.</param>
/// <param name="Points">Oldest first.</param>
/// <param name="Changes">Oldest first.</param>
public sealed record CaseTrend(
    string Case, string Regime, string Series, IReadOnlyList<TrendPoint> Points, IReadOnlyList<TrendChange> Changes);

/// <summary>One run of a trend.</summary>
/// <param name="MedianNs">Nanoseconds.</param>
public sealed record TrendPoint(DateTimeOffset StartedAt, string? Commit, double MedianNs);

/// <summary>A lasting change of level.</summary>
/// <param name="Index">Of the first point at the new level.</param>
/// <param name="BeforeNs">Median of the level before; nanoseconds.</param>
/// <param name="AfterNs">Median of the level after.</param>
/// <param name="Recovered">Index of the first point that is at the old level again; null if there is none.</param>
public sealed record TrendChange(int Index, double BeforeNs, double AfterNs, int? Recovered)
{
    /// <summary>Above 0 is slower; 0.1 is 10 %.</summary>
    public double Share => (AfterNs / BeforeNs) - 1;
}
