namespace Benchmarks.Rounds;

/// <summary>Finds in the output of a measured process why it failed: .NET prints an exception with those around the cause.</summary>
internal static class ThrownText
{
    private const string Inner = "---> ", EndOfInner = "--- End of inner exception stack trace ---";

    /// <summary>
    /// Type and message of the innermost cause of the first exception, such as <c>System.TimeoutException: still at work</c>. Null if the
    /// output has no exception.
    /// </summary>
    public static string? Cause(IReadOnlyList<string> output)
    {
        string[] thrown =
        [
            .. output.SelectMany(text => text.Split('\n')).Select(line => line.Trim())
                .SkipWhile(line => !line.Contains("Exception", StringComparison.Ordinal))
                .TakeWhile(line => line != EndOfInner),
        ];
        // The causes follow each other, the innermost last; then come their stacks, the innermost first. Later exceptions have a stack
        // before them.
        string? inner = thrown
            .TakeWhile(line => !line.StartsWith("at ", StringComparison.Ordinal))
            .LastOrDefault(line => line.StartsWith(Inner, StringComparison.Ordinal));
        return inner is null ? thrown.FirstOrDefault() : inner[Inner.Length..];
    }
}
