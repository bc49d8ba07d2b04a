using Results.Statistics;

namespace Benchmarks.Instrument.Checks;

/// <summary>How late the latest delays end.</summary>
/// <param name="Name">"p99", the 99th percentile; or "max", the longest error of fewer than 100 delays.</param>
/// <param name="Ms">The error, milliseconds.</param>
internal sealed record LatestDelays(string Name, double Ms)
{
    /// <param name="errorsMs">At least one.</param>
    public static LatestDelays Of(IReadOnlyList<double> errorsMs) =>
        SampleStatistics.P99(errorsMs) is { } p99 ? new("p99", p99) : new("max", errorsMs.Max());
}
