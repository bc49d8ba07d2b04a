using BenchGate.Cli;
using BenchGate.Processes;
using Results.Records;
using Results.Summaries;

namespace Benchmarks.Cli;

/// <summary>
/// On a signal, keeps what was measured and ends every started process. Then this process exits with 128 + the signal's number, as shells
/// do. BenchmarkDotNet cannot be cancelled between two cases, so this waits for nothing.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly SignalWatch _watch;
    private readonly ManualResetEventSlim _gone = new(); // never set: the process exits first
    private volatile bool _ending;

    private Interruption(Action<int> end) => _watch = new SignalWatch(exit =>
    {
        _ending = true;
        end(exit);
    });

    /// <param name="folder">Holds what was measured.</param>
    /// <param name="guard">Ends the started processes.</param>
    /// <param name="error">Gets one line: what is kept, and how to continue.</param>
    public static Interruption Watch(RunFolder folder, OrphanGuard guard, TextWriter error) => new(exit =>
    {
        folder.Seal();
        Tell(folder, error);
        guard.EndAll();
        ScratchFolder.ClearRemains(); // of the children; those of this process are removed when it exits
        Environment.Exit(exit);
    });

    /// <summary>
    /// Stops watching for signals. After a signal it does not return: while the process exits, the run must neither print a message nor
    /// return another exit code.
    /// </summary>
    public void Dispose()
    {
        _watch.Dispose();
        if (_ending)
            _gone.Wait();
    }

    /// <summary>For people: what is kept, and how to continue.</summary>
    internal static string Kept(RunRecord run, string file)
    {
        if (run.Cases.Count == 0)
            return "no case was measured yet, so nothing is kept.";
        string kept = run.Rounds is { Planned: > 1 and var rounds }
            ? $"{file} keeps {run.Cases.Count} of {run.Planned.Count * rounds} launches"
            : $"{file} keeps {run.Planned.Count - Summary.Missing(run).Count} of {run.Planned.Count} cases";
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
            // the terminal was closed; that may be the reason for the signal
        }
    }
}
