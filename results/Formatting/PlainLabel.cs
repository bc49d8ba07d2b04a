using Results.Records;

namespace Results.Formatting;

/// <summary>The name of a case in a picture, which has little space.</summary>
public static class PlainLabel
{
    private const int Usual = 34;

    /// <summary>
    /// Class, method and arguments as one line of plain text, shortened so that it fits on a phone.
    /// </summary>
    /// <param name="longest">In characters, 2 or more.</param>
    public static string Of(string fullName, int longest = Usual)
    {
        var name = CaseName.Parse(fullName);
        return Cut(PlainText.OneLine((name.Class.Length > 0 ? name.Class + "." : "") + name.Method + name.Arguments).Trim(), longest);
    }

    /// <summary>The text itself, or its beginning and an ellipsis.</summary>
    /// <param name="longest">In characters, 2 or more.</param>
    public static string Cut(string text, int longest = Usual)
    {
        if (text.Length <= longest)
            return text;
        // Half of a surrogate pair is not a character.
        int end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end].TrimEnd() + "…";
    }
}
