namespace Benchmarks.Errors;

/// <summary>A message as one line.</summary>
internal static class MessageLine
{
    /// <summary>
    /// What was typed stands in the message: control characters in it would end the line, or do something to the terminal.
    /// </summary>
    public static string Of(string message) => string.Concat(message.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c));
}
