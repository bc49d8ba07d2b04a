using Benchmarks.Measurement;
using Results.Records;

namespace Benchmarks.Commands;

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

    private static void Tell(RunFolder folder, TextWriter error)
    {
        try
        {
            error.WriteLine(folder.Record.Cases.Count == 0
                ? "interrupted: no case was measured yet, so nothing is kept."
                : $"interrupted: {folder.Layout.RunJson} keeps {folder.Record.Planned.Count - Results.Reporting.Summary.Missing(folder.Record).Count} of {folder.Record.Planned.Count} cases; the same command with --resume measures the rest.");
        }
        catch (IOException)
        {
            // the terminal went away, and that may be why we are here
        }
    }
}
