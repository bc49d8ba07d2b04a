using BenchGate.Errors;
using Results.Records;

namespace BenchGate.Projects;

/// <summary>An interrupted gate that goes on.</summary>
internal static class KeptRun
{
    /// <summary>Reads it before anything is built.</summary>
    /// <param name="file">gate-run.json of the interrupted gate.</param>
    /// <exception cref="UsageException">There is none, or it is complete.</exception>
    public static GateRun Read(string file)
    {
        GateRun kept = File.Exists(file) ? GateRunFile.Load(file) : throw new UsageException(
            $"--resume: there is no {file}; name the --output of the interrupted gate, or leave --resume out.");
        return kept.Complete
            ? throw new UsageException($"--resume: the gate of {file} is complete; leave --resume out to measure again.")
            : kept;
    }

    /// <summary>
    /// The kept run, if it is of the same builds and settings. Its plan and its coins stay, because they were fixed before.
    /// </summary>
    /// <param name="fresh">The run before its first pair.</param>
    /// <param name="file">For the message.</param>
    /// <exception cref="UsageException">It is of another gate.</exception>
    public static GateRun Continue(GateRun kept, GateRun fresh, string file) =>
        Difference(kept, fresh) is { } other
            ? throw new UsageException($"--resume: {file} has {other}, so its pairs cannot be used; leave --resume out to measure again.")
            : kept;

    private static string? Difference(GateRun kept, GateRun fresh) =>
        kept.Base.SourceHash != fresh.Base.SourceHash ? "another base"
        : kept.Head.SourceHash != fresh.Head.SourceHash ? "another head"
        : kept.Settings != fresh.Settings ? "other settings, such as --filter"
        : kept.Host != fresh.Host ? "another machine"
        : !kept.Cases.Select(one => one.Case).SequenceEqual(fresh.Cases.Select(one => one.Case)) ? "other benchmarks"
        : null;
}
