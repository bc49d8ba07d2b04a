namespace Results.Formatting;

/// <summary>A bar of block characters, drawn to half a cell; a font that has one has both.</summary>
public static class TextBar
{
    /// <param name="share">0 to 1 of the cells; anything outside is cut. Whatever is above 0 can be seen: it has half a cell at
    /// least.</param>
    /// <param name="cells">Length of a full bar, in columns.</param>
    /// <returns>As many columns as are filled: no blanks follow.</returns>
    public static string Of(double share, int cells)
    {
        if (!(share > 0))
            return "";
        int halves = Math.Clamp((int)Math.Round(share * cells * 2), 1, cells * 2);
        return new string('█', halves / 2) + (halves % 2 == 1 ? "▌" : "");
    }
}
