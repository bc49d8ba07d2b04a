using System.Diagnostics;
using Benchmarks.Errors;
using Benchmarks.Processes;

namespace Benchmarks.Gate;

/// <summary>One side, built: how to start it.</summary>
/// <param name="Source">What it was built from.</param>
/// <param name="Root">Its own checkout; everything of it is started there.</param>
/// <param name="Program">Its Benchmarks.dll.</param>
/// <param name="SourceHash">What its children must report, read from the assemblies.</param>
internal sealed record SideBuild(SourceTree Source, string Root, string Program, string SourceHash)
{
    /// <exception cref="UsageException">There is no whole build.</exception>
    public static SideBuild In(string root, SourceTree source)
    {
        string release = Path.Combine(root, "bench", "bin", "Release");
        try
        {
            string program = Directory.EnumerateFiles(release, "Benchmarks.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
                ?? throw new FileNotFoundException("no Benchmarks.dll");
            return new SideBuild(source, root, program, Measurement.SourceHash.OfBuild(Path.GetDirectoryName(program)!));
        }
        catch (IOException e)
        {
            throw new UsageException($"{release}: no build of {source.Name} ({e.Message}); remove {root} and try again.");
        }
    }

    public ProcessStartInfo Start(params IEnumerable<string> arguments) =>
        Clean(new ProcessStartInfo("dotnet", [Program, .. arguments]) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });

    /// <summary>Without what this process told its own children: a side takes nothing from the other, nor from its host.</summary>
    public static ProcessStartInfo Clean(ProcessStartInfo start)
    {
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("BENCH_", StringComparison.Ordinal) && name != OrphanGuard.Variable).ToArray())
            start.Environment.Remove(name);
        ParentWatch.AnnounceTo(start);
        return start;
    }
}
