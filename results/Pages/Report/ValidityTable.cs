using Results.Formatting;
using Results.Records;

namespace Results.Pages.Report;

/// <summary>The checks of the instrument as a table; a value out of bounds has its remedy as a footnote.</summary>
internal static class ValidityTable
{
    public static Table Of(IReadOnlyList<CheckRecord> checks) => Table.Of(
        checks,
        [
            new(new("check", Right: false), c => c.Name),
            new(new(""), c => Verdict(c)),
            new(new("value"), c => Text(c.Value)),
            new(new("bound", Right: false), c => c.Bound),
            new(new("unit", Right: false), c => c.Unit),
        ],
        c => c.Ok ? [] : [c.Remedy]);

    /// <summary>Counts as they are, everything else with three digits.</summary>
    public static string? Text(double? value) => value is { } v && Math.Floor(v).Equals(v) ? Figures.Brief(v) : Figures.Significant(value);

    // Three words: a value that could not be measured is neither good nor bad.
    private static string Verdict(CheckRecord check)
    {
        if (!check.Ok)
            return "NOT OK";
        return check.Value is null ? "unknown" : "ok";
    }
}
