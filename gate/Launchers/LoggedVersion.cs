using System.Text.RegularExpressions;

namespace BenchGate.Launchers;

/// <summary>
/// The version of BenchmarkDotNet that wrote a log. What it writes is no contract, so a new version can write something else.
/// </summary>
internal static partial class LoggedVersion
{
    private const string Tested = "tested are 0.14.0, 0.15.2 and 0.15.8";

    /// <summary>For messages: the version that was found, and those that are tested.</summary>
    public static string Describe(IReadOnlyList<string> lines) =>
        lines.Select(line => Version().Match(line)).FirstOrDefault(match => match.Success)?.Groups["version"].Value is { } version
            ? $"BenchmarkDotNet {version}; {Tested}"
            : $"BenchmarkDotNet of unknown version; {Tested}";

    [GeneratedRegex(@"BenchmarkDotNet v(?<version>\d[\w.-]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
