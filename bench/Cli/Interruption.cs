using Benchmarks.Processes;
using Results.Records;
using Results.Summaries;

namespace Benchmarks.Cli;

/// <summary>
/// What a signal does to a run: what was measured is kept, everything that was started ends, and so does this process, with 128 + the signal's
/// number as shells have it. BenchmarkDotNet knows no way to be stopped between two cases, so nothing is waited for.
/// </summary>
internal static class Interruption
{
    /// <param name="folder">Keeps what was measured.</param>
    /// <param name="guard">Ends what was started.</param>
    /// <param name="error">Is told what is kept and how to go on.</param>
    public static SignalWatch Watch(RunFolder folder, OrphanGuard guard, TextWriter error) => new(exit =>
    {
        folder.Seal();
        Tell(folder, error);
        guard.EndAll();
        ScratchFolder.ClearRemains(); // of the children; this process's own go as it ends
        Environment.Exit(exit);
    });

    /// <summary>What is kept and how to go on, for people.</summary>
    internal static string Kept(RunRecord run, string file)
    {
        if (run.Cases.Count == 0)
            return "no case was measured yet, so nothing is kept.";
        string kept = $"{file} keeps {run.Planned.Count - Summary.Missing(run).Count} of {run.Planned.Count} cases";
        return run.Complete
            ? $"{kept}, the whole run; 'report {file}' draws its pages."
            : $"{kept}; the same command with --resume measures the rest.";
    }

    private static void Tell(RunFolder folder, TextWriter error)
    {
        try
        {
            error.WriteLine("interrupted: " + Kept(folder.Record, folder.Layout.RunJson));
        }
        catch (IOException)
        {
            // the terminal went away, and that may be why we are here
        }
    }
}
