using System.Text;
using System.Text.RegularExpressions;
using Results.Charts;
using Results.Formatting;
using Results.Records;

namespace Results.Pages.Report;

/// <summary>
/// The first few requests of the baseline and of the fastest case as a Gantt chart in Mermaid, which GitHub draws by itself.
/// Mermaid has no fractions of a millisecond. So a microsecond is written as a millisecond, and its axis in seconds shows milliseconds.
/// </summary>
internal static partial class MermaidTimeline
{
    private const int Shown = 8;

    /// <summary>The fenced block; empty if no timeline was kept.</summary>
    public static string Of(SectionView section)
    {
        CaseView? fast = section.Cases.Where(c => c.Summary.Differs == true).MaxBy(c => c.Summary.Speedup);
        CaseView?[] pair = [section.Cases.FirstOrDefault(c => c.Summary.Baseline), fast];
        var lanes = pair.OfType<CaseView>().Select(c => (c.Label, Requests: First(c))).Where(l => l.Requests.Count > 0).ToList();
        if (lanes.Count < 2)
            return "";
        var chart =
            new StringBuilder($"```mermaid\ngantt\n    title The first {Figures.Whole(Shown)} requests of each, in milliseconds\n    "
                + "dateFormat x\n    axisFormat %s\n");
        foreach ((string label, List<RequestSpan> requests) in lanes)
        {
            chart.Append("    section ").Append(Other().Replace(label, " ").Trim()).Append('\n');
            foreach (RequestSpan r in requests)
                chart.Append("    ").Append(Figures.Whole(r.Index + 1)).Append(" : ").Append(Microseconds(r.SentMs)).Append(", ")
                    .Append(Microseconds(r.EndMs!.Value)).Append('\n');
        }

        return chart.Append("```\n").ToString();
    }

    private static List<RequestSpan> First(CaseView view) =>
        [.. view.In(view.Summary.Regime)?.Requests.Where(r => r.EndMs is not null).OrderBy(r => r.SentMs).Take(Shown) ?? []];

    private static string Microseconds(double ms) => Figures.Fixed(ms * 1000, 0);

    // Colons, commas, hashes and semicolons are syntax in Mermaid.
    [GeneratedRegex("[^A-Za-z0-9 -]+", RegexOptions.None, 1000)]
    private static partial Regex Other();
}
