using System.Text;
using Results.Records;

namespace Results.Charts;

/// <summary>The bars of the requests whose bodies were read by one client thread, as two paths.</summary>
/// <param name="Thread">Managed id; null for the requests whose body was never read.</param>
/// <param name="Colour">0 … 7 by the order in which threads first read; threads beyond the eighth share colours.</param>
/// <param name="Requests">The number of these requests.</param>
/// <param name="Waiting">From sending to the first byte of the response.</param>
/// <param name="Body">From there until the body was read.</param>
public sealed record ThreadBars(int? Thread, int Colour, int Requests, string Waiting, string Body)
{
    /// <summary>Number of distinguishable colours.</summary>
    public const int Colours = 8;

    /// <summary>One entry for each thread, in the order in which they first read a body.</summary>
    public static IReadOnlyList<ThreadBars> Of(WaterfallLane lane)
    {
        IOrderedEnumerable<IGrouping<int?, (RequestSpan request, int row)>> threads = lane.Drawn.Select(
            (request, row) => (request, row)).GroupBy(r => r.request.EndMs is null ? null : r.request.Thread)
            .OrderBy(g => g.Key is null).ThenBy(g => g.Min(r => r.request.EndMs ?? double.MaxValue));
        return
        [
            .. threads.Select((thread, colour) => new ThreadBars(
                thread.Key,
                colour % Colours,
                thread.Count(),
                Bars(thread.Select(r => (r.row, r.request.SentMs, r.request.FirstByteMs ?? r.request.EndMs ?? lane.EndMs))),
                Bars(thread
                    .Where(r => r.request.EndMs is not null)
                    .Select(r => (r.row, r.request.FirstByteMs ?? r.request.EndMs!.Value, r.request.EndMs!.Value))))),
        ];
    }

    /// <summary>The path of the connection set-ups, in which no thread works.</summary>
    public static string SetUps(WaterfallLane lane) =>
        Bars(lane.SetUps
            .Select((setUp, row) => (setUp, row))
            .Where(s => s.setUp is not null)
            .Select(s => (s.row, s.setUp!.Value.FromMs, s.setUp.Value.ToMs)));

    // There are no gaps between rows: with one pixel for each row, gaps would only look grey.
    private static string Bars(IEnumerable<(int Row, double FromMs, double ToMs)> bars)
    {
        var path = new StringBuilder();
        foreach ((int row, double fromMs, double toMs) in bars)
        {
            (double from, double to) = (Math.Round(fromMs * WaterfallLane.UnitsPerMs), Math.Round(toMs * WaterfallLane.UnitsPerMs));
            string width = Svg.Number(Math.Max(to - from, 0));
            path.Append('M').Append(Svg.Number(from)).Append(' ').Append(Svg.Number(row)).Append('h').Append(width).Append("v1h-")
                .Append(width).Append('z');
        }

        return path.ToString();
    }
}
