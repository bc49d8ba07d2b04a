using Results.Formatting;
using Results.Records;
using Results.Summaries;

namespace Results.Pages.Report;

/// <summary>The figures of one watched operation of each case and regime. They explain the times.</summary>
internal static class OperationTable
{
    public static Table Of(IReadOnlyList<CaseSummary> cases) => Table.Of<(CaseSummary Case, ObservedOperation Seen)>(
        [.. cases.SelectMany(c => c.Telemetry.Select(seen => (c, seen)))],
        [
            new(new("strategy", Right: false), o => o.Case.Strategy),
            new(new("regime", Right: false), o => o.Seen.Regime),
            new(new("makespan (ms)"), o => Ms(o.Seen.Figures.MakespanMs)),
            new(new("peak in-flight client / server"), o => Pair(o.Seen.Figures.PeakInFlightClient, o.Seen.Figures.PeakInFlightServer)),
            new(new("mean in-flight", Rank: 3), o => Figures.Significant(o.Seen.Figures.MeanInFlight)),
            new(new("connections opened / used"), o => Pair(o.Seen.Figures.ConnectionsOpened, o.Seen.Figures.ConnectionsUsed)),
            new(new("reading / pool threads", Rank: 2), o => Pair(o.Seen.Figures.ClientThreads, o.Seen.Figures.PeakPoolThreads)),
            new(new("response p50 / p90 / p99 / max (ms)", Rank: 1), o => string.Join(" / ", Responses(o.Seen.Figures))),
            new(new("requests/s", Rank: 4), o => o.Seen.Figures.RequestsPerSecond is { } r ? Figures.Fixed(r, 0) : null),
            new(
                new("server allocated/request (KB)", Rank: 4),
                o => o.Seen.Figures.ServerAllocatedBytesPerRequest is { } b ? Figures.Fixed(b / 1024, 2) : null),
        ],
        _ => []);

    private static IEnumerable<string> Responses(OperationFigures f) =>
        new[] { f.ResponseP50Ms, f.ResponseP90Ms, f.ResponseP99Ms, f.ResponseMaxMs }.Select(ms => Ms(ms) ?? "–");

    private static string? Ms(double? value) => value is { } v ? Figures.Fixed(v, 2) : null;

    private static string? Pair(int? left, int? right) =>
        left is null && right is null ? null : $"{(left is { } l ? Figures.Whole(l) : "–")} / {(right is { } r ? Figures.Whole(r) : "–")}";
}
