using Results.Formatting;
using Results.Records;

namespace Results.Summaries;

/// <summary>The tables of a report: cases that share a scenario and a class, or a class of micro-benchmarks.</summary>
internal static class CaseTable
{
    private const double BytesPerKilobyte = 1024;

    /// <summary>Strategies of a scenario, with their ideal and the article's figures.</summary>
    public static Table Strategies(IReadOnlyList<CaseSummary> cases, RunRecord run)
    {
        TimeUnit unit = UnitOf(cases);
        List<Field<CaseSummary>> fields =
        [
            new(new("strategy", Right: false), StrategyOf),
            .. Times(unit),
            new(new($"ideal ({unit.Symbol})", Rank: 3), c => unit.Text(c.IdealNs)),
            new(new("efficiency", Rank: 1), c => Figures.Efficiency(c.Efficiency)),
            new(
                new("allocated/request (KB)", Rank: 5),
                c => c.AllocatedBytesPerRequest is { } b ? Figures.Fixed(b / BytesPerKilobyte, 2) : null),
        ];
        // With fewer requests than in the article, its figures would mislead.
        if (run.RequestDivisor == 1 && cases.Any(c => c.ArticleSeconds is not null))
            fields.AddRange(Article(run));
        return Table.Of(cases, fields, c => c.Warnings) with { Bars = BarsOf(cases) };
    }

    // If a class has the strategy as an argument, the table would show it twice.
    private static string StrategyOf(CaseSummary c)
    {
        string arguments = CaseName.Parse(c.Case).Arguments;
        return (arguments.Contains($"\"{c.Strategy}\"", StringComparison.Ordinal) ? c.Strategy : c.Strategy + arguments)
            + FailureText.Mark(c);
    }

    /// <summary>Micro-benchmarks: no requests, no ideal, no article.</summary>
    public static Table Micro(IReadOnlyList<CaseSummary> cases)
    {
        List<Field<CaseSummary>> fields =
        [
            new(new("benchmark", Right: false), c => CaseName.Parse(c.Case) is var name ? name.Method + name.Arguments : null),
            .. Times(UnitOf(cases)),
            new(new("allocated/operation (B)", Rank: 5), c => c.AllocatedBytes is { } b ? Figures.Fixed(b, 0) : null),
        ];
        return Table.Of(cases, fields, c => c.Warnings) with { Bars = BarsOf(cases) };
    }

    private static IEnumerable<Field<CaseSummary>> Times(TimeUnit unit) =>
    [
        new(new("regime", Right: false, Rank: 6), c => c.Regime),
        new(new("n", Rank: 7), c => Figures.Whole(c.Iterations)),
        new(new($"median ({unit.Symbol})"), c => unit.Text(c.MedianNs)),
        new(new($"95 % interval of the mean ({unit.Symbol})", Rank: 5), c => unit.Text(c.MeanIntervalNs)),
        new(new("ratio", Rank: 4), c => c.Differs == false ? "~" : Figures.Significant(c.Ratio)),
        new(new("speedup"), c => c.Differs == false ? "~" : Figures.Significant(c.Speedup)),
    ];

    private static IEnumerable<Field<CaseSummary>> Article(RunRecord run)
    {
        if (run.Scale < 1)
        {
            yield return new(
                new("median ÷ scale (s)", Rank: 2),
                c => c.ArticleSeconds is not null && c.MedianNs is { } m ? Figures.Significant(m / 1e9 / run.Scale) : null);
        }

        yield return new(new("article (s)", Rank: 2), c => Figures.Brief(c.ArticleSeconds));
        yield return new(new("article's speedup", Rank: 2), c => Figures.Significant(c.ArticleSpeedup));
    }

    private static TimeBars BarsOf(IReadOnlyList<CaseSummary> cases) => new([.. cases.Select(c => (c.MedianNs, c.IdealNs))]);

    private static TimeUnit UnitOf(IReadOnlyList<CaseSummary> cases) =>
        TimeUnit.For(cases.SelectMany(c => new[] { c.MedianNs, c.IdealNs }));
}
