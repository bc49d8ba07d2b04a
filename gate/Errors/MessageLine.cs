namespace BenchGate.Errors;

/// <summary>Makes one line of a message.</summary>
internal static class MessageLine
{
    /// <summary>
    /// A message can contain text that the user typed. Control characters in it could end the line or change the terminal.
    /// </summary>
    public static string Of(string message) => string.Concat(message.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c));
}
