using Results.Records;
using Results.Statistics;

namespace Results.Summaries;

/// <summary>Makes summaries of raw cases and finds the baseline of each.</summary>
public static class Summary
{
    /// <summary>One summary for each case and regime: planned cases in the order of the plan, then any others.</summary>
    public static IReadOnlyList<CaseSummary> Of(RunRecord run)
    {
        var groups = run.Cases.GroupBy(c => (c.Case, c.Regime)).Select(g => new Launches([.. g])).ToList();
        var order = run.Planned.Select((id, i) => (id, i)).GroupBy(p => p.id, p => p.i).ToDictionary(g => g.Key, g => g.First());
        return [.. groups.OrderBy(g => order.GetValueOrDefault(g.First.Case, int.MaxValue)).Select(g => Of(g, g.BaselineAmong(groups)))];
    }

    /// <summary>Planned cases without a record, in the order of the plan.</summary>
    public static IReadOnlyList<string> Missing(RunRecord run) =>
        [.. run.Planned.Except(run.Cases.Select(c => c.Case), StringComparer.Ordinal)];

    private static CaseSummary Of(Launches own, Launches? baseline)
    {
        double? median = own.MedianNs;
        (double? ratio, bool? differs) = baseline is null ? (null, null) : own.Against(baseline);
        double? article = own.Known(c => c.ArticleSeconds);
        double? allocated = SampleStatistics.Median([.. own.Records.Select(c => c.AllocatedBytes).OfType<double>()]);
        var summary = new CaseSummary
        {
            Case = own.First.Case,
            Scenario = own.First.Scenario,
            Strategy = own.First.Strategy,
            Regime = own.First.Regime,
            Requests = own.First.Requests > 0 ? own.First.Requests : null,
            Limit = own.First.Limit,
            Baseline = own.First.Baseline,
            Launches = own.Records.Select(c => (c.Pair, c.Launch)).Distinct().Count(),
            Iterations = own.IterationsNs.Count,
            MeanNs = SampleStatistics.Mean(own.IterationsNs),
            MedianNs = median,
            MeanIntervalNs = Possible(SampleStatistics.MeanInterval([.. own.RoundsNs.Values])),
            MinNs = own.IterationsNs.Count == 0 ? null : own.IterationsNs.Min(),
            MaxNs = own.IterationsNs.Count == 0 ? null : own.IterationsNs.Max(),
            Ratio = ratio,
            Speedup = Quotient(1, ratio),
            Differs = baseline == own ? null : differs,
            IdealNs = own.Known(c => c.BoundNs),
            PredictedNs = own.Known(c => c.PredictedNs),
            Efficiency = Quotient(own.Known(c => c.BoundNs), median),
            Residual = Quotient(median, own.Known(c => c.PredictedNs)) - 1,
            AllocatedBytes = allocated,
            AllocatedBytesPerRequest = own.First.Requests > 0 ? allocated / own.First.Requests : null,
            ArticleSeconds = article,
            Failures = own.Failures,
            FailuresVary = own.FailuresVary,
            Telemetry = own.Records.Select(c => c.Telemetry).FirstOrDefault(t => t.Count > 0) ?? [],
            ArticleSpeedup = Quotient(baseline?.Known(c => c.ArticleSeconds), article),
        };
        return summary with
        {
            Warnings = [.. own.Records.SelectMany(c => c.Warnings).Concat(CaseWarnings.Of(summary)).Distinct(StringComparer.Ordinal)],
        };
    }

    // With few rounds that differ much, an interval can contain negative times. Such an interval says nothing about a time.
    private static (double Lower, double Upper)? Possible((double Lower, double Upper)? interval) => interval?.Lower < 0 ? null : interval;

    // A division by 0 gives no useful value.
    private static double? Quotient(double? above, double? below) => below is > 0 ? above / below : null;
}
