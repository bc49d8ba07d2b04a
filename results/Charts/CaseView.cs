using Results.Records;
using Results.Summaries;

namespace Results.Charts;

/// <summary>One case in one regime with all data for its pictures: the summary, its iterations, its watched operations.</summary>
/// <param name="Label">Its name in a picture: the strategy or method, with the arguments if they distinguish it from other cases.</param>
/// <param name="IterationsNs">Every iteration of every launch, in the order measured.</param>
/// <param name="Watched">The operations whose timelines were kept.</param>
public sealed record CaseView(CaseSummary Summary, string Label, IReadOnlyList<double> IterationsNs, IReadOnlyList<CaseTimeline> Watched)
{
    /// <summary>The median; null when nothing was measured.</summary>
    public double? MedianNs => Summary.MedianNs;

    /// <summary>The watched operation of a regime; null if there is none.</summary>
    public CaseTimeline? In(string regime) => Watched.FirstOrDefault(t => t.Regime == regime);
}
