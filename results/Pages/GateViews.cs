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
            .. decision.Cases.SelectMany(
                one => one.Findings.Select(finding => $"{(finding.Fails ? "FAILS " : "")}{one.Case}: {finding.Text}")),
        ],
        GateForest.Of(decision));
}
