using Results.Charts;
using Results.Gate;

namespace Results.Pages.Gate;

/// <summary>gate.svg: the forest plot that gate.md shows.</summary>
public static class GatePicture
{
    private const int MostRows = 60;

    /// <summary>
    /// The file; null if no case was compared. If there are many cases, it shows the first of the table, which need attention most.
    /// </summary>
    public static string? Render(GateDecision decision)
    {
        Forest forest = GateForest.Of(decision);
        if (forest.Rows.All(row => row.Ratio is null))
            return null;
        Forest shown = forest with { Rows = [.. forest.Rows.Take(MostRows)] };
        return ReportPicture.Draw("Head compared with base", TextOf(decision), ForestChart.HeightOf(shown), content =>
        {
            content.OpenComponent<ForestChart>(0);
            content.AddComponentParameter(1, nameof(ForestChart.Of), shown);
            content.CloseComponent();
        }, PageAssets.Read("forest.css"));
    }

    /// <summary>The content of the picture, in words.</summary>
    public static string TextOf(GateDecision decision) =>
        $"{decision.Headline} "
            + string.Join(", ", GateForest.Of(decision).Rows.Take(MostRows).Select(row => $"{row.Label}: {row.Text}"))
            + ".";
}
