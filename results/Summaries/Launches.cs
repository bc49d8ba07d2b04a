using Results.Records;
using Results.Statistics;

namespace Results.Summaries;

/// <summary>The raw records of one case in one regime, from all its launches.</summary>
internal sealed class Launches(IReadOnlyList<CaseRecord> records)
{
    public IReadOnlyList<CaseRecord> Records { get; } = records;

    public CaseRecord First => Records[0];

    public IReadOnlyList<double> IterationsNs { get; } = [.. records.SelectMany(c => c.IterationsNs)];

    /// <summary>Of the launch with the most: late responses can make the number differ between launches. Null if nothing failed.</summary>
    public IReadOnlyDictionary<string, int>? Failures { get; } =
        records.Select(record => record.Failures).MaxBy(failures => failures?.Values.Sum() ?? 0);

    /// <summary>Whether the number differs between launches.</summary>
    public bool FailuresVary { get; } =
        records.Select(record => FailureText.Of(record.Failures)).Distinct(StringComparer.Ordinal).Count() > 1;

    public double? MedianNs => SampleStatistics.Median(IterationsNs);

    /// <summary>The median of each launch, by round.</summary>
    public IReadOnlyDictionary<int, double> RoundsNs { get; } = records
        .GroupBy(record => record.Launch, record => record.IterationsNs)
        .Select(launch => (Round: launch.Key, Median: SampleStatistics.Median([.. launch.SelectMany(iterations => iterations)])))
        .Where(round => round.Median is not null)
        .ToDictionary(round => round.Round, round => round.Median!.Value);

    /// <summary>
    /// The ratio to a baseline, from the rounds in which both were measured; see <see cref="PairedComparison"/>. The ratio is null if it
    /// cannot be known.
    /// </summary>
    public (double? Ratio, bool? Differs) Against(Launches baseline)
    {
        int[] common = [.. RoundsNs.Keys.Intersect(baseline.RoundsNs.Keys).Order()];
        return PairedComparison.Of([.. common.Select(round => baseline.RoundsNs[round])], [.. common.Select(round => RoundsNs[round])])
            is { } found
            ? (found.Ratio, found.Differs)
            : (baseline.MedianNs is > 0 and { } below ? MedianNs / below : null, null);
    }

    private CaseName Name { get; } = CaseName.Parse(records[0].Case);

    /// <summary>A figure that is the same in all launches: the first known value.</summary>
    public double? Known(Func<CaseRecord, double?> figure) => Records.Select(figure).FirstOrDefault(f => f is not null);

    /// <summary>
    /// The baseline of the same scenario, class and regime; for a micro-benchmark, also of the same arguments. It must have the same number
    /// of requests: a comparison of one request with 150 says nothing about the strategy. It must also have the same failures: an early
    /// failure does not make a case faster.
    /// </summary>
    public Launches? BaselineAmong(IEnumerable<Launches> all) => all.FirstOrDefault(b =>
        b.First.Baseline
        && b.First.Scenario == First.Scenario
        && b.First.Regime == First.Regime
        && b.First.Requests == First.Requests
        && FailureText.Of(b.Failures) == FailureText.Of(Failures)
        && b.Name.Type == Name.Type
        && (First.Strategy.Length > 0 || b.Name.Arguments == Name.Arguments));
}
