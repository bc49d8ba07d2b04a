using Results.Records;
using Results.Summaries;

namespace Results.Charts;

/// <summary>
/// The requests of one watched operation as bars over time, one row each, in the order of sending. Bars are in hundredths of a millisecond,
/// rows in whole numbers. A panel chooses the visible part of the time axis.
/// </summary>
public sealed record WaterfallLane
{
    /// <summary>Maximum number of bars in a lane: more could not be distinguished and would make the page large.</summary>
    public const int MostRows = 400;

    /// <summary>Bar units for a millisecond.</summary>
    public const double UnitsPerMs = 100;

    /// <summary>Unique within a page.</summary>
    public required string Id { get; init; }

    public required CaseView Case { get; init; }

    public required string Regime { get; init; }

    /// <summary>All requests, whether drawn or not.</summary>
    public required int Requests { get; init; }

    /// <summary>One of this number of requests is drawn; 1 draws all.</summary>
    public required int Every { get; init; }

    /// <summary>The drawn requests, from top to bottom.</summary>
    public required IReadOnlyList<RequestSpan> Drawn { get; init; }

    /// <summary>Set-up of the connection, if the drawn request was the first to use it; otherwise null.</summary>
    public required IReadOnlyList<(double FromMs, double ToMs)?> SetUps { get; init; }

    /// <summary>From the first request sent to the last event, milliseconds.</summary>
    public required double EndMs { get; init; }

    /// <summary>The ideal, milliseconds: no schedule can be faster. Null if the model does not apply.</summary>
    public double? IdealMs => Case.Summary.IdealNs / 1e6;

    /// <summary>Rows of the close-up: enough to see the pattern, which is as wide as the number of requests in flight.</summary>
    public int CloseUpRows => Math.Min(Drawn.Count, Math.Max(FewestRows, (int)(2.5 * PeakInFlight / Every)));

    /// <summary>The time axis of the close-up, milliseconds.</summary>
    public double CloseUpMs => CloseUpRows < Drawn.Count
        ? Math.Max(Drawn.Take(CloseUpRows).Max(r => r.EndMs ?? r.SentMs), 0.01) * 1.02
        : OwnSpanMs;

    /// <summary>The time axis of the whole lane by itself, milliseconds.</summary>
    public double OwnSpanMs => Math.Max(EndMs, IdealMs ?? 0) * 1.01;

    private const int FewestRows = 24;

    private int PeakInFlight =>
        TimelineAnalysis.Peak(Drawn.Where(r => r.EndMs is not null).Select(r => (r.SentMs, r.EndMs!.Value))) * Every ?? 1;

    /// <summary>The height of the lane in pixels, so that both few and many requests have a useful height.</summary>
    public int Height => Math.Clamp(Math.Max((int)(Drawn.Count * 1.2), Math.Min(Drawn.Count * 4, 96)), 18, 176);

    /// <param name="id">Unique within a page.</param>
    public static WaterfallLane? Of(string id, CaseView view, string regime)
    {
        if (view.In(regime) is not { Requests.Count: > 0 } timeline)
            return null;
        RequestSpan[] sent = [.. timeline.Requests.OrderBy(r => r.SentMs).ThenBy(r => r.Index)];
        int every = (sent.Length + MostRows - 1) / MostRows;
        RequestSpan[] drawn = [.. sent.Where((_, row) => row % every == 0)];
        Dictionary<int, (double FromMs, double ToMs)> setUps = ConnectionSetUp.Of(timeline);
        return new()
        {
            Id = id,
            Case = view,
            Regime = regime,
            Requests = sent.Length,
            Every = every,
            Drawn = drawn,
            SetUps =
            [
                .. drawn.Select(r => setUps.TryGetValue(r.Index, out (double FromMs, double ToMs) setUp) ? setUp : ((double, double)?)null),
            ],
            EndMs = Math.Max(sent.Max(r => r.EndMs ?? r.FirstByteMs ?? r.SentMs), 0.01),
        };
    }
}
