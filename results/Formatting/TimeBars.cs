namespace Results.Formatting;

/// <summary>A bar for each row of a table, all on one scale.</summary>
public sealed class TimeBars
{
    // A linear bar of twenty cells shows steps of 1/40. Smaller differences would be lost.
    private const double LinearRange = 40;

    private readonly IReadOnlyList<(double? MedianNs, double? IdealNs)> _rows;
    private readonly double _fromNs;
    private readonly double _toNs;

    /// <param name="rows">Nanoseconds; an unknown median has no bar, an unknown ideal no part of it.</param>
    public TimeBars(IReadOnlyList<(double? MedianNs, double? IdealNs)> rows)
    {
        _rows = rows;
        double[] known = [.. rows.Select(row => row.MedianNs).OfType<double>().Where(median => median > 0)];
        _toNs = known.DefaultIfEmpty().Max();
        IsLog = known.Length > 0 && known.Min() * LinearRange < _toNs;
        // It starts at the power of ten below the shortest time, so that every bar and its part up to the ideal have a length.
        double shortest = rows.Select(row => row.IdealNs).OfType<double>().Where(ideal => ideal > 0).Concat(known).DefaultIfEmpty().Min();
        _fromNs = IsLog ? Math.Pow(10, Math.Ceiling(Math.Log10(shortest)) - 1) : 0;
    }

    /// <summary>Whether lengths are logarithmic: if the longest time is more than forty times the shortest.</summary>
    public bool IsLog { get; }

    /// <summary>The scale in words.</summary>
    public string Scale => IsLog ? $"log scale, from {Duration.Brief(_fromNs)}" : "linear scale";

    /// <summary>The meaning of the two shades.</summary>
    public const string Legend = "bars: █ up to the ideal, ▒ from there to the median";

    /// <param name="cells">Length of the longest bar, in columns.</param>
    /// <returns>The part up to the ideal solid, the rest light; empty without a median.</returns>
    public string Of(int row, int cells)
    {
        (double? median, double? ideal) = _rows[row];
        if (median is not > 0)
            return "";
        int length = Cells(median.Value, cells);
        int solid = ideal is > 0 ? Math.Min(Cells(ideal.Value, cells), length) : length;
        return new string('█', solid) + new string('▒', length - solid);
    }

    private int Cells(double ns, int cells)
    {
        double share = IsLog ? Math.Log10(ns / _fromNs) / Math.Log10(_toNs / _fromNs) : ns / _toNs;
        return Math.Clamp((int)Math.Round(share * cells), 1, cells);
    }
}
