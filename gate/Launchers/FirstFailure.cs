using System.Text.RegularExpressions;

namespace BenchGate.Launchers;

/// <summary>Finds why BenchmarkDotNet measured nothing, in its own words.</summary>
internal static partial class FirstFailure
{
    /// <summary>The first line that says it; null if there is none.</summary>
    public static string? In(IReadOnlyList<string> lines) =>
        lines.Select(line => Reason().Match(line)).FirstOrDefault(match => match.Success)?.Groups["reason"].Value.Trim();

    // A validation error, a compiler's error, the cause inside of an exception, an exception, two projects of one name.
    [GeneratedRegex(
        @"^//    \* (?<reason>.+)|: (?<reason>error [A-Z]+\d+: .+?)( \[.*)?$|^ ---> (?<reason>\S+Exception: .+)"
            + @"|^(Unhandled exception\. )?(?<reason>[\w.]+Exception: (?!Exception has been thrown by the target).+)"
            + "|(?<reason>Found more than one matching project file.*)|^(?<reason>The type initializer .+)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reason();
}
