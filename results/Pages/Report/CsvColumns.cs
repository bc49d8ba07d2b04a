using Results.Formatting;
using Results.Records;
using Results.Summaries;

namespace Results.Pages.Report;

/// <summary>The columns of report.csv in their order. They are a contract: none is renamed, moved or removed.</summary>
internal static class CsvColumns
{
    public static readonly IReadOnlyList<(string Name, Func<CaseSummary, RunRecord, string?> Cell)> All =
    [
        ("case", (c, _) => Text(c.Case)),
        ("scenario", (c, _) => Text(c.Scenario)),
        ("strategy", (c, _) => Text(c.Strategy)),
        ("regime", (c, _) => Text(c.Regime)),
        ("profile", (_, run) => Text(run.Profile)),
        ("scale", (_, run) => Figures.Exact(run.Scale)),
        ("requests", (c, _) => c.Requests is { } n ? Figures.Whole(n) : null),
        ("iterations", (c, _) => Figures.Whole(c.Iterations)),
        ("mean_ns", (c, _) => Nanoseconds(c.MeanNs)),
        ("median_ns", (c, _) => Nanoseconds(c.MedianNs)),
        ("ci_lower_ns", (c, _) => Nanoseconds(c.MeanIntervalNs?.Lower)),
        ("ci_upper_ns", (c, _) => Nanoseconds(c.MeanIntervalNs?.Upper)),
        ("ratio", (c, _) => Quotient(c.Ratio)),
        ("speedup", (c, _) => Quotient(c.Speedup)),
        ("ideal_ns", (c, _) => Nanoseconds(c.IdealNs)),
        ("efficiency", (c, _) => Quotient(c.Efficiency)),
        ("allocated_bytes_per_request", (c, _) => Quotient(c.AllocatedBytesPerRequest)),
        ("article_seconds", (c, _) => Quotient(c.ArticleSeconds)),
        ("warnings", (c, _) => Text(string.Join(" / ", c.Warnings))),
        ("launches", (c, _) => Figures.Whole(c.Launches)),
        ("min_ns", (c, _) => Nanoseconds(c.MinNs)),
        ("max_ns", (c, _) => Nanoseconds(c.MaxNs)),
        ("predicted_ns", (c, _) => Nanoseconds(c.PredictedNs)),
        ("residual", (c, _) => Quotient(c.Residual)),
        ("differs_from_baseline", (c, _) => c.Differs is { } d ? (d ? "yes" : "no") : null),
        ("allocated_bytes", (c, _) => Quotient(c.AllocatedBytes)),
        ("article_speedup", (c, _) => Quotient(c.ArticleSpeedup)),
        ("peak_in_flight_client", (c, _) => Count(c, f => f.PeakInFlightClient)),
        ("peak_in_flight_server", (c, _) => Count(c, f => f.PeakInFlightServer)),
        ("mean_in_flight", (c, _) => Quotient(Watched(c)?.MeanInFlight)),
        ("connections_opened_cold", (c, _) => c.Telemetry.FirstOrDefault(o => o.Regime == Regimes.Cold)?.Figures.ConnectionsOpened is { } n
            ? Figures.Whole(n)
            : null),
        ("connections_opened", (c, _) => Count(c, f => f.ConnectionsOpened)),
        ("connections_used", (c, _) => Count(c, f => f.ConnectionsUsed)),
        ("client_threads", (c, _) => Count(c, f => f.ClientThreads)),
        ("peak_pool_threads", (c, _) => Count(c, f => f.PeakPoolThreads)),
        ("response_p50_ms", (c, _) => Quotient(Watched(c)?.ResponseP50Ms)),
        ("response_p90_ms", (c, _) => Quotient(Watched(c)?.ResponseP90Ms)),
        ("response_p99_ms", (c, _) => Quotient(Watched(c)?.ResponseP99Ms)),
        ("response_max_ms", (c, _) => Quotient(Watched(c)?.ResponseMaxMs)),
        ("requests_per_second", (c, _) => Quotient(Watched(c)?.RequestsPerSecond)),
        ("server_allocated_bytes_per_request", (c, _) => Quotient(Watched(c)?.ServerAllocatedBytesPerRequest)),
        ("failures", (c, _) => Text(c.FailedText ?? "")),
        ("bound", (c, _) => c.Limit is { } n ? Figures.Whole(n) : null),
    ];

    // The watched operation of the row's own regime: that of another regime would not explain this time.
    private static OperationFigures? Watched(CaseSummary c) => c.Telemetry.FirstOrDefault(o => o.Regime == c.Regime)?.Figures;

    private static string? Count(CaseSummary c, Func<OperationFigures, int?> figure) =>
        Watched(c) is { } seen && figure(seen) is { } n ? Figures.Whole(n) : null;

    // A spreadsheet may run a cell with such a beginning as a formula (OWASP, "CSV Injection"). Numbers must stay numbers.
    internal static string Text(string text) =>
        text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    // Picoseconds: smaller digits are rounding noise and differ between processors.
    private static string? Nanoseconds(double? value) => value is { } v ? Figures.Exact(Math.Round(v, 3)) : null;

    private static string? Quotient(double? value) => value?.ToString("G9", System.Globalization.CultureInfo.InvariantCulture);
}
