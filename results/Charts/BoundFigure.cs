using Results.Formatting;
using Results.Summaries;

namespace Results.Charts;

/// <summary>How a strategy's time falls with its bound: measured, predicted from its schedule, and the knee.</summary>
public static class BoundFigure
{
    /// <summary>The curve of one sweep; the ring is the knee.</summary>
    public static LineFigure Of(BoundSweep sweep)
    {
        var x = Axis.OfRatios(sweep.Points.Select(BoundOf), v => Figures.Brief(v)!);
        return new(
            x with { Ticks = [.. sweep.Points.Select(point => new Tick(BoundOf(point), BoundSweep.Bound(point)!))] },
            Axis.OfRatios(
                sweep.Points.SelectMany(point => new[] { point.MedianNs, point.PredictedNs }).OfType<double>(), Duration.Brief),
            "bound, logarithmic axis",
            "median, logarithmic axis",
            Lines(sweep),
            sweep.Table);
    }

    private static IReadOnlyList<Series> Lines(BoundSweep sweep)
    {
        Series measured = new($"measured, knee at {BoundSweep.Bound(sweep.Knee)}", 0, Points(sweep, point => point.MedianNs))
        {
            Marked = true,
            Ring = At(sweep.Knee!, sweep.Knee!.MedianNs!.Value),
        };
        return sweep.PredictedKnee is { PredictedNs: { } ns } knee
            ?
            [
                measured,
                new($"predicted, knee at {BoundSweep.Bound(knee)}", 1, Points(sweep, point => point.PredictedNs))
                {
                    Dashed = true,
                    Ring = At(knee, ns),
                },
            ]
            : [measured];
    }

    private static (double X, double Y)[] Points(BoundSweep sweep, Func<CaseSummary, double?> time) =>
        [.. sweep.Points.Where(point => time(point) > 0).Select(point => At(point, time(point)!.Value))];

    private static (double X, double Y) At(CaseSummary point, double ns) => (BoundOf(point), ns);

    private static double BoundOf(CaseSummary point) => point.Limit!.Value;
}
