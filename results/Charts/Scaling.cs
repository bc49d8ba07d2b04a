using System.Globalization;
using System.Text.RegularExpressions;
using Results.Formatting;
using Results.Records;
using Results.Summaries;

namespace Results.Charts;

/// <summary>
/// How the time grows with a benchmark's one numeric parameter (the fan-out width, a strategy's own bound), with the prediction.
/// </summary>
public static partial class Scaling
{
    private const int FewestPoints = 3;

    /// <summary>Null if no strategy was measured with at least three values of a parameter.</summary>
    public static LineFigure? Of(SectionView section)
    {
        var points = section.Cases.Select(c => (View: c, Parameter: ParameterOf(c.Summary))).Where(
            p => p.Parameter is not null && p.View.MedianNs > 0)
            .Select(p => (p.View, p.Parameter!.Value.Name, p.Parameter.Value.Value)).ToList();
        var families = points
            .GroupBy(p => (Label: FamilyOf(p.View.Summary), p.Name))
            .Where(g => g.Select(p => p.Value).Distinct().Count() >= FewestPoints)
            .ToList();
        if (families.Count == 0)
            return null;
        var used = families.SelectMany(f => f).OrderBy(p => p.Value).ToList();
        var x = Axis.OfRatios(used.Select(p => p.Value), v => Figures.Brief(v)!);
        return new(
            x with { Ticks = [.. used.Select(p => p.Value).Distinct().Select(v => new Tick(v, Figures.Brief(v)!))] },
            Axis.OfRatios(used.SelectMany(p => new[] { p.View.MedianNs, p.View.Summary.PredictedNs }).OfType<double>(), Duration.Brief),
            $"{families[0].Key.Name}, logarithmic axis",
            "median, logarithmic axis",
            [.. families.SelectMany((f, i) => Lines(f.Key.Label, i % ThreadBars.Colours, [.. f.OrderBy(p => p.Value)]))],
            Data(used));
    }

    private static IEnumerable<Series> Lines(string label, int colour, (CaseView View, string Name, double Value)[] points)
    {
        yield return new(label, colour, [.. points.Select(p => (p.Value, p.View.MedianNs!.Value))]) { Marked = true };
        (double, double)[] predicted =
        [
            .. points.Where(p => p.View.Summary.PredictedNs > 0).Select(p => (p.Value, p.View.Summary.PredictedNs!.Value)),
        ];
        if (predicted.Length >= FewestPoints)
            yield return new($"{label}, predicted", colour, predicted) { Dashed = true };
    }

    private static Table Data(List<(CaseView View, string Name, double Value)> points) => Table.Of(
        points,
        [
            new(new("case", Right: false), p => p.View.Label),
            new(new(points[0].Name), p => Figures.Brief(p.Value)),
            new(new("median (ms)"), p => Figures.Significant(p.View.MedianNs / 1e6)),
            new(new("predicted (ms)"), p => Figures.Significant(p.View.Summary.PredictedNs / 1e6)),
            new(new("client KB/request"), p => Figures.Significant(p.View.Summary.AllocatedBytesPerRequest / 1024)),
        ],
        (Func<(CaseView View, string Name, double Value), IReadOnlyList<string>>)(_ => []));

    private static string FamilyOf(CaseSummary c) => c.Strategy.Length > 0 ? c.Strategy : CaseName.Parse(c.Case).Method;

    private static (string Name, double Value)? ParameterOf(CaseSummary c) =>
        Numeric().Matches(CaseName.Parse(c.Case).Arguments) is [var only]
            ? (only.Groups["name"].Value, double.Parse(only.Groups["value"].Value, CultureInfo.InvariantCulture))
            : null;

    [GeneratedRegex(@"[(,]\s*(?<name>\w+):\s*(?<value>\d+(\.\d+)?)\s*(?=[,)])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numeric();
}
