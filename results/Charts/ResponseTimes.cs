using Results.Formatting;
using Results.Statistics;

namespace Results.Charts;

/// <summary>
/// How long single requests took, from sending to the end of the body: the share that is complete after a time, one line for each strategy.
/// </summary>
public static class ResponseTimes
{
    private const int MostPoints = 160;

    private static readonly (string Name, Func<IReadOnlyList<double>, double?> Of)[] s_percentiles =
    [
        ("p50", ns => SampleStatistics.Median(ns)),
        ("p90", ns => SampleStatistics.Quantile(ns, 0.9)),
        ("p99", SampleStatistics.P99),
        ("longest", ns => ns.Max()),
    ];

    /// <summary>Null if no timeline of the regime was kept.</summary>
    public static LineFigure? Of(SectionView section, string regime)
    {
        (string Label, double[] Ns)[] cases =
        [
            .. section.Cases.Select(c => (c.Label, Ns: c.In(regime) is { } seen
                ? (double[])[.. seen.Requests.Where(r => r.EndMs > r.SentMs).Select(r => (r.EndMs!.Value - r.SentMs) * 1e6).Order()]
                : []))
                .Where(c => c.Ns.Length > 0),
        ];
        if (cases.Length == 0)
            return null;
        var x = Axis.Fitting([.. cases.SelectMany(c => new[] { c.Ns[0], c.Ns[^1] })], Duration.Brief);
        return new(
            x,
            new(0, 1, false, [.. ((double[])[0, 0.25, 0.5, 0.75, 1]).Select(s => new Tick(s, $"{Figures.Brief(s * 100)} %"))]),
            x.Name("response time"),
            "share of the requests",
            [.. cases.Select(
                (c, i) => new Series(c.Label, i % ThreadBars.Colours, [.. Steps(c.Ns, x)])
                {
                    Case = c.Label,
                    Dashed = i >= ThreadBars.Colours,
                    Steps = true,
                })],
            Data(cases));
    }

    private static IEnumerable<(double X, double Y)> Steps(double[] ns, Axis x)
    {
        yield return (x.From, 0);
        int every = ((ns.Length - 1) / MostPoints) + 1;
        for (int i = 0; i < ns.Length; i++)
        {
            // The slowest is never left out.
            if (i % every == 0 || i == ns.Length - 1)
                yield return (ns[i], (i + 1.0) / ns.Length);
        }

        yield return (x.To, 1);
    }

    private static Table Data((string Label, double[] Ns)[] cases) => Table.Of(
        cases,
        [
            new(new("case", Right: false), c => c.Label),
            new(new("requests"), c => Figures.Whole(c.Ns.Length)),
            .. s_percentiles.Select(percentile => new Field<(string Label, double[] Ns)>(
                new(percentile.Name + " (ms)"), c => percentile.Of(c.Ns) is { } ns ? Figures.Fixed(ns / 1e6, 2) : null)),
        ],
        _ => []);
}
