using Results.Formatting;
using Results.Records;

namespace Results.Charts;

/// <summary>How well one lesson's formulas fit: a point for each claim that has a residual.</summary>
/// <param name="Label">Number and title.</param>
/// <param name="Text">How many claims were reproduced.</param>
/// <param name="Points">Residual, as a share, and whether the claim was reproduced.</param>
public sealed record ResidualRow(string Label, string Text, IReadOnlyList<(double Residual, bool Ok)> Points)
{
    private const double LeastReach = 0.1;

    // A larger residual is drawn at the edge; the table has its number.
    private const double MostReach = 0.5;

    /// <summary>A symmetric axis, at least ±10 % and at most ±50 %.</summary>
    public static Axis AxisOf(IReadOnlyList<ResidualRow> rows)
    {
        double reach = Math.Clamp(
            rows.SelectMany(row => row.Points).Select(point => Math.Abs(point.Residual) * 1.05).DefaultIfEmpty().Max(),
            LeastReach,
            MostReach);
        return Axis.Linear(-reach, reach, v => $"{(v > 0 ? "+" : "")}{Figures.Brief(v * 100)} %", about: 4);
    }

    public static ResidualRow Of(string label, IReadOnlyList<LessonClaim> claims) => new(
        label,
        $"{Figures.Whole(claims.Count(claim => claim.Ok))} of {Figures.Whole(claims.Count)} hold",
        [.. claims.Where(claim => claim is { HasResidual: true, Residual: not null }).Select(claim => (claim.Residual!.Value, claim.Ok))]);
}
