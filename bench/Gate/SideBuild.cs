using System.Diagnostics;
using BenchGate.Builds;
using BenchGate.Errors;
using BenchGate.Processes;

namespace Benchmarks.Gate;

/// <summary>The build of one side.</summary>
/// <param name="Built">What was built, and where: its root is the working directory of its processes.</param>
/// <param name="SourceHash">The hash that its processes must report, read from the assemblies.</param>
internal sealed record SideBuild(BuiltSide Built, string SourceHash)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>How the suite is built, whatever the environment of this process says.</summary>
    public static BuildRecipe Recipe { get; } = new("bench/Benchmarks.csproj", IsSuite: true);

    /// <summary>The builds of earlier gates.</summary>
    public static BuildCache Cache(string suffix = "") =>
        BuildCache.Claim(BuildCache.DefaultFolder("async-benchmarks") + suffix, RequireAnswerAsync);

    /// <summary>Builds a side, or takes the build of an earlier gate.</summary>
    /// <inheritdoc cref="BuildCache.BuildAsync"/>
    public static async Task<SideBuild> BuildAsync(
        BuildCache cache, SourceTree source, string root, int blame, TextWriter output, CancellationToken stop) =>
        Of(await cache.BuildAsync(source, root, Recipe, blame, output, stop));

    public SourceTree Source => Built.Source;

    public string Root => Built.Root;

    public string Program => Built.Program;

    /// <exception cref="UsageException">The build is incomplete.</exception>
    public static SideBuild Of(BuiltSide built)
    {
        try
        {
            return new(built, Measurement.SourceHash.OfBuild(Path.GetDirectoryName(built.Program)!));
        }
        catch (IOException e)
        {
            throw new UsageException($"{built.Root}: no build of {built.Source.Name} ({e.Message}); remove it and try again.");
        }
    }

    /// <summary>Asks its program for its version: a build that left files is not yet a program that runs.</summary>
    /// <exception cref="UsageException">It does not answer.</exception>
    public static async Task RequireAnswerAsync(BuiltSide built, CancellationToken stop)
    {
        SideBuild build = Of(built);
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
