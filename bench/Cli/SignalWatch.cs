using System.Diagnostics;
using System.Runtime.InteropServices;
using Benchmarks.Errors;

namespace Benchmarks.Cli;

/// <summary>Hears what asks this process to end: Ctrl-C, SIGTERM, a closed terminal.</summary>
internal sealed class SignalWatch : IDisposable
{
    private readonly PosixSignalRegistration[] _signals;
    private int _heard;

    /// <param name="first">Told the exit code of the first signal, on a thread of its own. Whoever sends a second one does not want to
    /// wait: the process is killed.</param>
    public SignalWatch(Action<int> first) => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Hear(signal, ExitCodes.Interrupted, first)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Hear(signal, ExitCodes.Terminated, first)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => Hear(signal, ExitCodes.HungUp, first)),
    ];

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
            signal.Dispose();
    }

    private void Hear(PosixSignalContext context, int exit, Action<int> first)
    {
        context.Cancel = true;
        if (Interlocked.Exchange(ref _heard, 1) == 0)
        {
            first(exit);
            return;
        }

        using var self = Process.GetCurrentProcess();
        self.Kill(); // files are written whole or not at all
    }
}
