using Results.Records;
using Results.Statistics;

namespace Results.Summaries;

/// <summary>The raw records of one case in one regime, from all its launches.</summary>
internal sealed class Launches(IReadOnlyList<CaseRecord> records)
{
    public IReadOnlyList<CaseRecord> Records { get; } = records;

    public CaseRecord First => Records[0];

    public IReadOnlyList<double> IterationsNs { get; } = [.. records.SelectMany(c => c.IterationsNs)];

    public double? MedianNs => SampleStatistics.Median(IterationsNs);

    private CaseName Name { get; } = CaseName.Parse(records[0].Case);

    /// <summary>A figure that no launch changes: the first one that is there.</summary>
    public double? Known(Func<CaseRecord, double?> figure) => Records.Select(figure).FirstOrDefault(f => f is not null);

    /// <summary>
    /// The baseline of the same scenario, class and regime; of a micro-benchmark, also of the same arguments. It must have as many
    /// requests: a single request set against 150 of them says nothing about the strategy. And the same must have failed: what fails early
    /// is no faster.
    /// </summary>
    public Launches? BaselineAmong(IEnumerable<Launches> all) => all.FirstOrDefault(b =>
        b.First.Baseline
        && b.First.Scenario == First.Scenario
        && b.First.Regime == First.Regime
        && b.First.Requests == First.Requests
        && FailureText.Of(b.First.Failures) == FailureText.Of(First.Failures)
        && b.Name.Type == Name.Type
        && (First.Strategy.Length > 0 || b.Name.Arguments == Name.Arguments));
}
