using Results.Formatting;
using Results.Gate;

namespace Results.Pages.Gate;

/// <summary>The cases of a decision as a table: first the failing ones, then the unclear ones, then the rest.</summary>
internal static class VerdictTable
{
    public static Table Of(GateDecision decision) => Of(decision, InOrder(decision));

    /// <param name="rows">Some of the decision's cases.</param>
    public static Table Of(GateDecision decision, IReadOnlyList<CaseVerdict> rows)
    {
        List<Field<CaseVerdict>> fields =
        [
            new(new("case", Right: false), one => one.Case),
            new(new("verdict", Right: false), one => one.Verdict.ToString()),
            new(new("base", Rank: 2), one => Time(one.BaseNs, one)),
            new(new("head", Rank: 2), one => Time(one.HeadNs, one)),
            // A difference that was not shown has no number.
            new(new("change"), Change),
            new(
                new($"{Figures.Fixed(decision.Rules.Confidence * 100, 0)} % interval", Rank: 3),
                one => one.Interval is { } i ? $"{VerdictReason.Change(i.Lower)} … {VerdictReason.Change(i.Upper)}" : null),
            new(
                new("smallest visible", Rank: 4),
                one => one.SmallestVisible is { } share
                    ? $"+{VerdictReason.Percent(share)}{(one.VisibleAtBest ? " at best" : "")}"
                    : null),
            new(new("n", Rank: 5), one => one.Pairs > 0 ? Figures.Whole(one.Pairs) : null),
            new(
                new($"allocated/{AllocationUnit.Of(decision)} (B)", Rank: 5),
                one => Allocation(one.BaseAllocatedBytes, one.HeadAllocatedBytes)),
        ];
        return Table.Of(rows, fields, one => [one.Reason]);
    }

    /// <summary>The cases in the order in which a reader needs them.</summary>
    public static IReadOnlyList<CaseVerdict> InOrder(GateDecision decision) =>
        [.. decision.Cases.OrderByDescending(one => one.Fails).ThenBy(one => one.Verdict)];

    /// <summary>A change that was shown, "~" for one that was not; null if nothing was compared.</summary>
    public static string? Change(CaseVerdict one) => one.LogRatio is not { } change ? null
        : one.Verdict is Verdict.Slower or Verdict.Faster ? VerdictReason.Change(change)
        : "~";

    // A table holds nanoseconds and seconds, but a row has one unit.
    private static string? Time(double? timeNs, CaseVerdict one)
    {
        var unit = TimeUnit.For([one.BaseNs, one.HeadNs]);
        return unit.Text(timeNs) is { } text ? $"{text} {unit.Symbol}" : null;
    }

    private static string? Allocation(double? before, double? after) =>
        before is { } b && after is { } a ? $"{Figures.Fixed(b, 0)} → {Figures.Fixed(a, 0)}" : null;
}
