using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BenchGate.Launchers;

/// <summary>How BenchmarkDotNet started the process of one benchmark: the line <c>// Execute:</c> of its log.</summary>
/// <param name="Program">Such as dotnet.</param>
/// <param name="Arguments">
/// As they were logged, without the pipes to BenchmarkDotNet: then the process measures and exits by itself.
/// </param>
/// <param name="Folder">Where it runs.</param>
/// <param name="BenchmarkName">The full name, with parameters.</param>
internal sealed partial record ReplayCommand(string Program, string Arguments, string Folder, string BenchmarkName)
{
    /// <summary>Reads the line; null if it is another line.</summary>
    public static ReplayCommand? Read(string line)
    {
        Match match = Execute().Match(line);
        return match.Success
            ? new(
                match.Groups["program"].Value,
                $"{match.Groups["before"].Value} {match.Groups["after"].Value}",
                match.Groups["folder"].Value,
                Unquoted(match.Groups["name"].Value))
            : null;
    }

    public ProcessStartInfo Start() => new(Program, Arguments) { WorkingDirectory = Folder };

    private static string Unquoted(string argument) => argument.StartsWith('"')
        ? Escaped().Replace(argument[1..^1], "${character}")
        : argument;

    [GeneratedRegex(
        """^// Execute: (?<program>\S+) (?<before>.+?) --anonymousPipes \d+ \d+ """
            + """(?<after>--benchmarkName (?<name>"(\\.|[^"\\])*"|\S+) .*--benchmarkId \d+) in (?<folder>.+)$""",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Execute();

    [GeneratedRegex("""\\(?<character>["\\])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();
}
