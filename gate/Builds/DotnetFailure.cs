using System.Text.RegularExpressions;
using BenchGate.Errors;
using BenchGate.Processes;

namespace BenchGate.Builds;

/// <summary>Why the command <c>dotnet</c> failed, in one line.</summary>
internal static partial class DotnetFailure
{
    /// <summary>The SDK that global.json asks for is absent, or no space, or else the first error, or else the first line.</summary>
    public static string Of(ChildProcess failed)
    {
        string printed = failed.Printed;
        return AbsentSdk().Match(printed) is { Success: true } absent
            ? $"{absent.Groups["file"].Value.Trim()} asks for .NET SDK {absent.Groups["version"].Value}, which is not installed; "
                + "install it, or allow another one there with rollForward"
            : NoSpace.IsSaidBy(printed) ? "there is no space left on the device; " + NoSpace.Remedy
            : printed.Split('\n').FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal))?.Split(" [")[0].Trim()
                ?? failed.FirstLine;
    }

    /// <exception cref="UsageException">There is no such command.</exception>
    public static void RequireCommand()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string[] onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        // .NET looks beside the running program first
        if (!onPath.Append(Path.GetDirectoryName(Environment.ProcessPath) ?? "").Any(folder => File.Exists(Path.Combine(folder, name))))
            throw new UsageException("There is no dotnet on the PATH; install the .NET SDK, or add its folder to PATH.");
    }

    [GeneratedRegex(@"Requested SDK version: (?<version>\S+)\s+global\.json file: (?<file>[^\n]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AbsentSdk();
}
