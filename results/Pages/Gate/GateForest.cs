using Results.Charts;
using Results.Formatting;
using Results.Gate;

namespace Results.Pages.Gate;

/// <summary>Draws a decision as a forest plot. It decides nothing.</summary>
public static class GateForest
{
    private const double MostLog = 20;

    /// <summary>Every case in the order of the gate's table. A case that was not compared has a verdict but no mark.</summary>
    public static Forest Of(GateDecision decision)
    {
        Table table = VerdictTable.Of(decision);
        return new(
            [.. VerdictTable.InOrder(decision).Select(one => RowOf(one, decision.Rules))],
            $"{Figures.Fixed(decision.Rules.Confidence * 100, 0)} % interval",
            table);
    }

    private static ForestRow RowOf(CaseVerdict one, GateRules rules)
    {
        bool compared = one.LogRatio is not null && one.BaseNs > 0;
        return new(
            PlainLabel.Of(one.Case),
            VerdictTable.Change(one) is { } change ? $"{one.Verdict} {change}" : one.Verdict.ToString(),
            Tone(one.Verdict),
            compared ? RatioOf(one.LogRatio!.Value) : null,
            compared && one.Interval is { } i ? (RatioOf(i.Lower), RatioOf(i.Upper)) : null,
            rules.MarginFor(one.Scenario.Length == 0, compared ? one.BaseNs!.Value : double.PositiveInfinity));
    }

    // A stored decision may hold any number, but an axis cannot show a ratio of 0 or infinity.
    private static double RatioOf(double logRatio) => Math.Exp(Math.Clamp(logRatio, -MostLog, MostLog));

    private static string Tone(Verdict verdict) => verdict switch
    {
        Verdict.Slower or Verdict.Missing => "slower",
        Verdict.Faster => "faster",
        Verdict.Same => "same",
        Verdict.Inconclusive => "open",
        _ => "none",
    };
}
