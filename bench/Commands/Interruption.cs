using System.Diagnostics;
using System.Runtime.InteropServices;
using Benchmarks.Measurement;
using Results.Records;

namespace Benchmarks.Commands;

/// <summary>
/// What Ctrl-C, a closed terminal or a polite kill does to a run: what was measured is kept, everything that was started ends, and so does
/// this process, with 128 + the signal's number as shells have it. BenchmarkDotNet knows no way to be stopped between two cases.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private int _begun;

    private Interruption()
    {
    }

    /// <param name="folder">Keeps what was measured.</param>
    /// <param name="notes">Is removed.</param>
    /// <param name="guard">Ends what was started.</param>
    /// <param name="error">Is told what is kept and how to go on.</param>
    public static Interruption Watch(RunFolder folder, ScratchFolder notes, OrphanGuard guard, TextWriter error)
    {
        var interruption = new Interruption();
        foreach ((PosixSignal signal, int exit) in ((PosixSignal, int)[])[(PosixSignal.SIGINT, ExitCodes.Interrupted), (PosixSignal.SIGTERM, ExitCodes.Terminated), (PosixSignal.SIGHUP, ExitCodes.HungUp)])
            interruption._signals.Add(PosixSignalRegistration.Create(signal, context => interruption.End(context, exit, folder, notes, guard, error)));
        return interruption;
    }

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());

    private void End(PosixSignalContext context, int exit, RunFolder folder, ScratchFolder notes, OrphanGuard guard, TextWriter error)
    {
        context.Cancel = true;
        if (Interlocked.Exchange(ref _begun, 1) == 1)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill(); // whoever asks twice does not want to wait; files are written whole or not at all
            return;
        }

        folder.Seal();
        Tell(folder, error);
        guard.EndAll();
        notes.Discard();
        Environment.Exit(exit);
    }

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
