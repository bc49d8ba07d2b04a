using Results.Formatting;

namespace Results.Charts;

/// <summary>Ratios with their intervals around 1, a row for each: a forest plot.</summary>
/// <param name="Confidence">The name of the intervals, such as "95 % interval".</param>
/// <param name="Data">The same in numbers, with all that the picture does not show.</param>
public sealed record Forest(IReadOnlyList<ForestRow> Rows, string Confidence, Table Data)
{
    private const double WidestLinear = 2;

    /// <summary>The axis of head / base; logarithmic if a linear axis would make small ratios too small.</summary>
    public Axis Axis => Axis.Fitting([.. Rows.SelectMany(row => row.Shown).Append(1)], v => Figures.Brief(v)!, WidestLinear);

    /// <summary>What the axis shows, and its kind.</summary>
    public string AxisName => Axis.Name("head / base, above 1 is slower");
}

/// <summary>A row of a forest plot.</summary>
/// <param name="Label">One short line of plain text.</param>
/// <param name="Text">The verdict in words, because colour alone is not enough.</param>
/// <param name="Tone">A class of the style sheet: slower, faster, same, open or none.</param>
/// <param name="Ratio">Null if nothing was compared: then nothing is drawn.</param>
/// <param name="Interval">Null with too few observations for one.</param>
/// <param name="Margin">The smallest change that matters, above 0: the band is from 1 / (1 + margin) to 1 + margin.</param>
public sealed record ForestRow(string Label, string Text, string Tone, double? Ratio, (double Lower, double Upper)? Interval, double Margin)
{
    /// <summary>The band of changes that do not matter, as ratios.</summary>
    public (double Lower, double Upper) Band => (1 / (1 + Margin), 1 + Margin);

    /// <summary>All values that must fit on the axis; none for a row that is not drawn.</summary>
    public IEnumerable<double> Shown => Ratio is not { } ratio ? []
        : Interval is { } i ? [Band.Lower, Band.Upper, ratio, i.Lower, i.Upper] : [Band.Lower, Band.Upper, ratio];
}
