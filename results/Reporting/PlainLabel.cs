using Results.Records;

namespace Results.Reporting;

/// <summary>What a case is called in a picture, where there is little room.</summary>
public static class PlainLabel
{
    private const int Longest = 34;

    /// <summary>Class, method and arguments as one line of plain text, cut off where it would run into what stands beside it.</summary>
    public static string Of(string fullName)
    {
        var name = CaseName.Parse(fullName);
        var text = PlainText.OneLine((name.Class.Length > 0 ? name.Class + "." : "") + name.Method + name.Arguments).Trim();
        return Short(text);
    }

    /// <summary>The text itself, or its beginning and an ellipsis.</summary>
    public static string Short(string text) => text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
}
