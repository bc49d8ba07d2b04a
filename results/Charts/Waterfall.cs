using Results.Formatting;
using Results.Records;

namespace Results.Charts;

/// <summary>The waterfalls of a section's strategies in one regime, on one clock.</summary>
/// <param name="SpanMs">The common time axis: until the end of the slowest, or until its ideal.</param>
public sealed record Waterfall(string Regime, double SpanMs, IReadOnlyList<WaterfallLane> Lanes)
{
    /// <summary>Null if no timeline was kept.</summary>
    public static Waterfall? Of(SectionView section, string regime)
    {
        WaterfallLane[] lanes =
        [
            .. section.Cases
                .Select((c, i) => WaterfallLane.Of($"{section.Slug}-{regime.Split(' ')[0]}-{Figures.Whole(i)}", c, regime))
                .OfType<WaterfallLane>(),
        ];
        return lanes.Length == 0 ? null : new(regime, lanes.Max(l => l.OwnSpanMs), lanes);
    }

    /// <summary>Regimes with a timeline. The warm one comes first, because it was timed.</summary>
    public static IReadOnlyList<string> RegimesOf(SectionView section) =>
        [.. section.Cases.SelectMany(c => c.Watched).Select(t => t.Regime).Distinct(StringComparer.Ordinal)
            .OrderBy(r => r != Regimes.Warm)];

    /// <summary>The drawn requests of a lane.</summary>
    public static Table Data(WaterfallLane lane)
    {
        var connections = lane.Drawn.Select(r => r.Connection).OfType<string>().Distinct(StringComparer.Ordinal).Select((c, i) => (c, i))
            .ToDictionary(c => c.c, c => Figures.Whole(c.i + 1), StringComparer.Ordinal);
        return Table.Of(
            [.. lane.Drawn.Zip(lane.SetUps)],
            [
                new(new("request"), r => Figures.Whole(r.First.Index)),
                new(new("sent (ms)"), r => Ms(r.First.SentMs)),
                new(new("connection set-up (ms)"), r => Ms(r.Second?.ToMs - r.Second?.FromMs)),
                new(new("first byte (ms)"), r => Ms(r.First.FirstByteMs)),
                new(new("body read (ms)"), r => Ms(r.First.EndMs)),
                new(new("thread"), r => r.First.Thread is { } thread ? Figures.Whole(thread) : null),
                new(new("connection"), r => r.First.Connection is { } c ? connections[c] : null),
            ],
            (Func<(RequestSpan First, (double FromMs, double ToMs)? Second), IReadOnlyList<string>>)(_ => []));
    }

    private static string? Ms(double? value) => value is { } v ? Figures.Fixed(v, 2) : null;
}
