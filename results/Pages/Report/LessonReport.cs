using System.Globalization;
using Results.Formatting;
using Results.Records;
using Results.Statistics;
using Spectre.Console;
using Table = Results.Formatting.Table;

namespace Results.Pages.Report;

/// <summary>A table of prediction, measurement and residual, for the console and for a lesson's page.</summary>
public static class LessonReport
{
    /// <summary>Writes the table as wide as the console.</summary>
    public static void Write(LessonResult result, TextWriter output, bool terminal, int width = 120)
    {
        IAnsiConsole console = ConsoleReport.Open(output, terminal, width);
        ConsoleTable.Write(console, Claims(result.Claims));
        if (result.Observations.Count == 0)
            return;
        console.Write(new Text("\n"));
        ConsoleTable.Write(console, Observations(result.Observations));
    }

    /// <summary>The same as Markdown.</summary>
    public static string Markdown(LessonResult result) => result.Observations.Count == 0
        ? MarkdownTable.Render(Claims(result.Claims))
        : $"{MarkdownTable.Render(Claims(result.Claims))}\n{MarkdownTable.Render(Observations(result.Observations))}";

    /// <summary>
    /// How well the formulas fit: the median over the lessons of their worst absolute residuals, without counts and bounds.
    /// Null if no claim has a residual.
    /// </summary>
    public static double? MedianResidual(IReadOnlyList<LessonClaim> claims) => SampleStatistics.Median(
    [
        .. claims.Where(claim => claim is { HasResidual: true, Residual: not null })
            .GroupBy(claim => claim.Lesson)
            .Select(lesson => lesson.Max(claim => Math.Abs(claim.Residual!.Value))),
    ]);

    /// <summary>A row for each claim.</summary>
    internal static Table Claims(IReadOnlyList<LessonClaim> claims) => Table.Of(
        claims,
        [
            new(new("claim", Right: false), claim => claim.Claim),
            new(new("regime", Right: false), claim => claim.Regime),
            new(new("formula", Right: false, Rank: 1), claim => claim.Formula),
            new(new("predicted"), claim => Sign(claim.Relation) + Value(claim.Prediction, claim.Unit)),
            new(new("measured"), claim => Measured(claim.Measured, claim.Unit)),
            new(new("residual"), claim => Percent(claim.Residual)),
            new(new("allowed"), claim => Allowed(claim)),
            new(new("", Right: false), claim => claim.Ok ? "reproduced" : "NOT REPRODUCED"),
        ],
        _ => []);

    /// <summary>A row for each figure without a prediction.</summary>
    internal static Table Observations(IReadOnlyList<LessonObservation> observations) => Table.Of(
        observations,
        [
            new(new("also measured", Right: false), seen => seen.Name),
            new(new("regime", Right: false), seen => seen.Regime),
            new(new("measured"), seen => Measured(seen.Measured, seen.Unit) + Interval(seen.Interval)),
        ],
        _ => []);

    private static string Interval(MeasuredInterval? interval) => interval is { } known
        ? $" (95 % interval: {Figures.Significant(known.Lower)} … {Figures.Significant(known.Upper)})"
        : "";

    private static string Measured(double? value, string unit) => value is { } known ? Value(known, unit) : "did not finish";

    private static string Value(double value, string unit) =>
        $"{(Math.Floor(value).Equals(value) ? Figures.Brief(value) : Figures.Significant(value))} {unit}".TrimEnd();

    private static string Sign(Relation relation) => relation switch
    {
        Relation.AtMost => "<= ",
        Relation.AtLeast => ">= ",
        _ => "",
    };

    private static string Allowed(LessonClaim claim) => claim.Relation switch
    {
        Relation.AtMost => Percent(claim.Tolerance)!,
        Relation.AtLeast => Percent(-claim.Tolerance)!,
        _ => claim.Tolerance > 0 ? "±" + Percent(claim.Tolerance)!.TrimStart('+') : "none",
    };

    private static string? Percent(double? share) => share?.ToString("+0.0 %;-0.0 %;0.0 %", CultureInfo.InvariantCulture);
}
