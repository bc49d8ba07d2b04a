using Benchmarks.Processes;
using Results.Records;
using Results.Summaries;

namespace Benchmarks.Cli;

/// <summary>
/// What a signal does to a run: what was measured is kept, everything that was started ends, and so does this process, with 128 + the
/// signal's number as shells have it. BenchmarkDotNet knows no way to be stopped between two cases, so nothing is waited for.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly SignalWatch _watch;
    private readonly ManualResetEventSlim _gone = new(); // never set: the process ends
    private volatile bool _ending;

    private Interruption(Action<int> end) => _watch = new SignalWatch(exit =>
    {
        _ending = true;
        end(exit);
    });

    /// <param name="folder">Keeps what was measured.</param>
    /// <param name="guard">Ends what was started.</param>
    /// <param name="error">Is told what is kept and how to go on.</param>
    public static Interruption Watch(RunFolder folder, OrphanGuard guard, TextWriter error) => new(exit =>
    {
        folder.Seal();
        Tell(folder, error);
        guard.EndAll();
        ScratchFolder.ClearRemains(); // of the children; this process's own go as it ends
        Environment.Exit(exit);
    });

    /// <summary>
    /// Ends the watch. After a signal it does not return: the run that was refused its next write, or had just come to its end, must
    /// neither say so nor leave with another exit code while the process ends.
    /// </summary>
    public void Dispose()
    {
        _watch.Dispose();
        if (_ending)
            _gone.Wait();
    }

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
