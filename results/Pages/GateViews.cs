using Results.Gate;
using Results.Pages.Gate;
using Results.Pages.Html;

namespace Results.Pages;

/// <summary>Prepares a decision for the page.</summary>
internal static class GateViews
{
    public static GateView Of(GateDecision decision) => new(
        decision.Headline,
        [
            $"base: {decision.Base}",
            $"head: {decision.Head}",
            $"method: {decision.Method}",
            .. decision.Notes,
            .. FindingLines.Of(decision.Cases),
        ],
        GateForest.Of(decision));
}
