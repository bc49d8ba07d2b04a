using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BenchGate.Launchers;

/// <summary>The environment of each launch. Both sides have the same.</summary>
internal static partial class LaunchEnvironment
{
    /// <summary>
    /// Without this delay, which is 100 ms by default, the runtime optimises a hot method at once. With it, one launch in ten measured code
    /// that was not optimised. Newer versions of BenchmarkDotNet set it, too.
    /// </summary>
    private const string NoDelay = "DOTNET_TC_CallCountingDelayMs";

    /// <param name="scratch">For temporary files: the folder for them may be one where BenchmarkDotNet refuses to run.</param>
    public static void Prepare(ProcessStartInfo start, string scratch)
    {
        string temporary = Directory.CreateDirectory(Path.Combine(scratch, "tmp")).FullName;
        foreach (string name in (string[])["TMPDIR", "TMP", "TEMP"])
            start.Environment[name] = temporary;
        start.Environment[NoDelay] = "0";
    }

    /// <summary>Sets the environment variables of a job, which BenchmarkDotNet sets for its process.</summary>
    /// <param name="settings">The job's settings, as BenchmarkDotNet prints them: <c>EnvironmentVariables=A=1,B=2, Server=True</c>.</param>
    public static void AddJob(ProcessStartInfo start, string settings)
    {
        foreach (Match variable in Variable().Matches(Variables().Match(settings).Groups["all"].Value))
            start.Environment[variable.Groups["name"].Value] = variable.Groups["value"].Value;
    }

    /// <summary>The processors of a job, as a mask; null if it has none. BenchmarkDotNet prints it in binary.</summary>
    public static nint? Affinity(string settings) =>
        Mask().Match(settings) is { Success: true } found
            ? nint.Parse(found.Groups["bits"].ValueSpan, NumberStyles.BinaryNumber, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"(^|, )Affinity=(?<bits>[01]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mask();

    [GeneratedRegex(@"(^|, )EnvironmentVariables=(?<all>.*?)(?=, [A-Z]\w*=|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variables();

    // A value can contain commas, so only a comma before the next name ends it.
    [GeneratedRegex(@"(?<name>[^=,]+)=(?<value>.*?)(,(?=[^=, ]+=)|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
