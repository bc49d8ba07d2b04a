using System.Diagnostics;
using BenchGate.Errors;
using BenchGate.Processes;

namespace Benchmarks.Gate;

/// <summary>The build of one side.</summary>
/// <param name="Source">The source of the build.</param>
/// <param name="Root">Its own checkout, and the working directory of its processes.</param>
/// <param name="Program">Its Benchmarks.dll.</param>
/// <param name="SourceHash">The hash that its processes must report, read from the assemblies.</param>
internal sealed record SideBuild(SourceTree Source, string Root, string Program, string SourceHash)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <exception cref="UsageException">The build is missing or incomplete.</exception>
    public static SideBuild In(string root, SourceTree source)
    {
        string release = Path.Combine(root, "bench", "bin", "Release");
        try
        {
            string program = Directory.EnumerateFiles(release, "Benchmarks.dll", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
                ?? throw new FileNotFoundException("no Benchmarks.dll");
            return new SideBuild(source, root, program, Measurement.SourceHash.OfBuild(Path.GetDirectoryName(program)!));
        }
        catch (IOException e)
        {
            throw new UsageException($"{release}: no build of {source.Name} ({e.Message}); remove {root} and try again.");
        }
    }

    /// <summary>Asks its program for its version: a build that left files is not yet a program that runs.</summary>
    /// <exception cref="UsageException">It does not answer.</exception>
    public static async Task RequireAnswerAsync(SideBuild build, CancellationToken stop)
    {
        string said;
        try
        {
            ChildProcess asked = await ChildProcess.RunAsync(build.Start("--version"), s_patience, stop);
            if (asked.Exit == ExitCodes.Ok)
                return;
            said = asked.FirstLine;
        }
        catch (TimeoutException slow)
        {
            said = slow.Message;
        }

        throw new UsageException($"{build.Program}: this build of {build.Source.Name} does not run ({said}); "
            + $"remove {build.Root} and try again.");
    }

    public ProcessStartInfo Start(params IEnumerable<string> arguments) =>
        Clean(new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        });

    /// <summary>
    /// Removes the environment variables of this process's suite, so that a side gets no settings from the other or from here.
    /// </summary>
    public static ProcessStartInfo Clean(ProcessStartInfo start)
    {
        foreach (string name in start.Environment.Keys
            .Where(name => name.StartsWith("BENCH_", StringComparison.Ordinal) && name != OrphanGuard.Variable)
            .ToArray())
            start.Environment.Remove(name);
        ParentWatch.AnnounceTo(start);
        return start;
    }
}
