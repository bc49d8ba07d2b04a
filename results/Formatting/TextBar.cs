namespace Results.Formatting;

/// <summary>A bar of block characters with a resolution of half a cell.</summary>
public static class TextBar
{
    /// <param name="share">0 to 1 of the cells; other values are limited to this range. A value above 0 has at least half a cell.</param>
    /// <param name="cells">Length of a full bar, in columns.</param>
    /// <returns>The filled columns, without blanks after them.</returns>
    public static string Of(double share, int cells)
    {
        if (!(share > 0))
            return "";
        int halves = Math.Clamp((int)Math.Round(share * cells * 2), 1, cells * 2);
        return new string('█', halves / 2) + (halves % 2 == 1 ? "▌" : "");
    }
}
