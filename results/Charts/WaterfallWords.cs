using Results.Formatting;
using Results.Records;

namespace Results.Charts;

/// <summary>Describes a lane of the waterfall in words.</summary>
public static class WaterfallWords
{
    /// <summary>Its figures, for the line above the bars.</summary>
    public static string Of(WaterfallLane lane)
    {
        OperationFigures? seen = lane.Case.Summary.Telemetry.FirstOrDefault(t => t.Regime == lane.Regime)?.Figures;
        string?[] parts =
        [
            $"{Count(lane.Requests, "request")}",
            seen?.PeakInFlightClient is { } peak ? $"at most {Figures.Whole(peak)} in flight" : null,
            seen?.ConnectionsUsed is { } used ? Count(used, "connection") : null,
            seen?.ClientThreads is { } threads ? Count(threads, "reading thread") : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>The text alternative of the whole lane.</summary>
    public static string Alternative(WaterfallLane lane) =>
        $"{lane.Case.Label}, {lane.Regime}: {Of(lane)}; all read after {Duration.Text(lane.EndMs * 1e6)}"
        + (lane.IdealMs is { } ideal ? $"; the ideal is {Duration.Text(ideal * 1e6)}." : ".");

    /// <summary>Which requests the close-up of a long lane shows.</summary>
    public static string FirstOnly(WaterfallLane lane) =>
        $"the first {Figures.Whole(lane.CloseUpRows)}{(lane.Every == 1 ? "" : " drawn")} of {Figures.Whole(lane.Requests)}";

    /// <summary>What the close-up shows.</summary>
    public static string CloseUp(WaterfallLane lane) => lane.CloseUpRows < lane.Drawn.Count
        ? $"The first {Figures.Whole(lane.CloseUpRows)} requests, on a clock of their own"
        : "All requests, on a clock of their own";

    /// <summary>Describes what the picture leaves out; null if it shows all.</summary>
    public static string? Thinned(WaterfallLane lane) => lane.Every == 1
        ? null
        : $"Thinned: one in {Figures.Whole(lane.Every)} of {Figures.Whole(lane.Requests)} requests is drawn and listed.";

    private static string Count(int count, string what) => $"{Figures.Whole(count)} {what}{(count == 1 ? "" : "s")}";
}
