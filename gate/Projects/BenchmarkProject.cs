using System.Diagnostics;
using System.Text.Json;
using BenchGate.Builds;
using BenchGate.Errors;
using BenchGate.Processes;

namespace BenchGate.Projects;

/// <summary>The project whose benchmarks are compared, in its repository.</summary>
/// <param name="Top">The top folder of the repository: a build can need files of any folder.</param>
/// <param name="Path">The project's file, from the top, with slashes.</param>
/// <param name="Framework">The framework that was chosen; null if the project has only one.</param>
internal sealed record BenchmarkProject(string Top, string Path, string? Framework)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <param name="typed">A project's file, or a folder with one.</param>
    /// <param name="framework">The chosen framework, or null.</param>
    /// <exception cref="UsageException">
    /// There is no such project, it is not in git, or it has several frameworks and none was chosen.
    /// </exception>
    public static async Task<BenchmarkProject> FindAsync(string typed, string? framework, CancellationToken stop)
    {
        string file = FileOf(typed);
        // git resolves symbolic links, so the path below the top must come from git, too
        var git = new Git(System.IO.Path.GetDirectoryName(file)!);
        string top = System.IO.Path.GetFullPath(await git.AskAsync(stop, "rev-parse", "--show-toplevel"));
        string prefix = await git.AskAsync(stop, "rev-parse", "--show-prefix");
        return new(top, prefix + System.IO.Path.GetFileName(file), await FrameworkAsync(file, framework, stop));
    }

    private static string FileOf(string typed)
    {
        if (File.Exists(typed))
            return System.IO.Path.GetFullPath(typed);
        string[] found = Directory.Exists(typed) ? Directory.GetFiles(typed, "*.*proj") : [];
        return found switch
        {
            [var only] => System.IO.Path.GetFullPath(only),
            [] => throw new UsageException(
                $"--project is '{typed}', but there is no project; allowed is a project's file, or a folder with one."),
            _ => throw new UsageException($"--project is '{typed}', a folder with {found.Length} projects "
                + $"({string.Join(", ", found.Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal))}); name one of them."),
        };
    }

    /// <summary>Asks MSBuild, which changes no file for it.</summary>
    private static async Task<string?> FrameworkAsync(string file, string? chosen, CancellationToken stop)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["msbuild", file, "-nologo", "-getProperty:TargetFramework", "-getProperty:TargetFrameworks"])
        {
            WorkingDirectory = System.IO.Path.GetDirectoryName(file),
        };
        ChildProcess asked;
        try
        {
            asked = await ChildProcess.RunAsync(start, s_limit, stop);
        }
        catch (TimeoutException slow)
        {
            throw new UsageException($"{file}: the .NET SDK did not answer: {slow.Message}; run dotnet msbuild there.");
        }

        if (asked.Exit != 0)
            throw new UsageException($"{file}: cannot be read by the .NET SDK ({DotnetFailure.Of(asked)}).");
        JsonElement properties = JsonDocument.Parse(asked.Output).RootElement.GetProperty("Properties");
        string several = properties.GetProperty("TargetFrameworks").GetString()!,
            one = properties.GetProperty("TargetFramework").GetString()!;
        string[] all = several.Length > 0
            ? several.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [one];
        if (chosen is not null && !all.Contains(chosen, StringComparer.Ordinal))
            throw new UsageException($"--framework is '{chosen}', but {file} has {string.Join(", ", all)}; choose one of them.");
        return all.Length == 1 ? null
            : chosen ?? throw new UsageException(
                $"{file} has {all.Length} target frameworks, {string.Join(", ", all)}; choose one with --framework.");
    }
}
