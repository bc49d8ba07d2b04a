using System.Globalization;
using System.Text;
using Results.Formatting;
using Results.Gate;

namespace Results.Pages.History;

/// <summary>The history as a page: each case's trend with its changes and recoveries.</summary>
public static class HistoryMarkdown
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const int Shown = 40;

    /// <param name="machines">For each history file: its name, its trends and its skipped lines.</param>
    public static string Render(
        IReadOnlyList<(string Name, IReadOnlyList<CaseTrend> Trends, IReadOnlyList<string> Skipped)> machines, GateRules rules)
    {
        var page = new StringBuilder("# History\n");
        if (machines.Count == 0)
            page.Append("\nNo run is kept yet. `./run-bench.sh history add` keeps the last measured run.\n\n");
        foreach ((string name, IReadOnlyList<CaseTrend> trends, IReadOnlyList<string> skipped) in machines)
        {
            page.Append("\n## ").Append(MarkdownText.Escape(name)).Append("\n\n");
            foreach (string line in skipped)
                page.Append("1. ").Append(MarkdownText.Escape(line)).Append('\n');
            if (skipped.Count > 0)
                page.Append('\n');
            foreach (IGrouping<string, CaseTrend> series in trends.GroupBy(trend => trend.Series))
                page.Append(MarkdownText.Escape(series.Key)).Append("\n\n").Append(MarkdownTable.Render(TableOf([.. series]))).Append('\n');
        }

        page.Append(CultureInfo.InvariantCulture, $"A change is lasting: the levels before and after it differ by "
            + $"{VerdictReason.Percent(rules.Threshold)} or more, and a test confirms it. The test includes that successive runs resemble "
            + $"each other, and that the change could have been at any run. It becomes visible some runs later. The machine can change "
            + $"between runs, too. Only `gate --base` can tell a change of the code from a change of the machine.\n");
        return page.ToString();
    }

    private static Table TableOf(IReadOnlyList<CaseTrend> trends) => Table.Of(
        trends,
        [
            new(new("case", Right: false), trend => trend.Case),
            new(new("regime", Right: false), trend => trend.Regime),
            new(new("runs"), trend => Figures.Whole(trend.Points.Count)),
            new(new("first"), trend => Time(trend, trend.Points[0])),
            new(new("last"), trend => Time(trend, trend.Points[^1])),
            new(new("trend", Right: false), Picture),
            new(new("changes", Right: false), Changes),
        ],
        _ => []);

    private static string? Time(CaseTrend trend, TrendPoint point)
    {
        var unit = TimeUnit.For(trend.Points.Select(one => (double?)one.MedianNs));
        return $"{unit.Text(point.MedianNs)} {unit.Symbol}";
    }

    // The scale goes from the smallest to the largest of the last runs; runs that hardly differ give a flat line.
    private static string Picture(CaseTrend trend)
    {
        double[] last = [.. trend.Points.TakeLast(Shown).Select(point => point.MedianNs)];
        (double least, double span) = (last.Min(), Math.Max(last.Max() - last.Min(), last.Max() * 0.05));
        return new([.. last.Select(ns => Bars[(int)Math.Min(Bars.Length - 1, (ns - least) / span * Bars.Length)])]);
    }

    private static string Changes(CaseTrend trend) => trend.Changes.Count == 0
        ? "~"
        : string.Join(
            "; ",
            trend.Changes.Select(
                change => $"{VerdictReason.Change(Math.Log(1 + change.Share))} "
                    + $"at {Where(trend, change.Index)}{(change.Recovered is { } back ? $", recovered at {Where(trend, back)}" : "")}"));

    private static string Where(CaseTrend trend, int index)
    {
        TrendPoint point = trend.Points[index];
        string commit = point.Commit is { } known ? $", commit {known[..Math.Min(12, known.Length)]}" : "";
        return $"run {Figures.Whole(index + 1)} "
            + $"({point.StartedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{commit})";
    }
}
