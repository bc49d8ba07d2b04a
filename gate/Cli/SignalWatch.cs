using System.Diagnostics;
using System.Runtime.InteropServices;
using BenchGate.Errors;

namespace BenchGate.Cli;

/// <summary>Handles the signals that end this process: Ctrl-C, SIGTERM, a closed terminal.</summary>
internal sealed class SignalWatch : IDisposable
{
    private readonly PosixSignalRegistration[] _signals;
    private readonly HeardSignals _heard = new(TimeProvider.System);

    /// <param name="first">Called with the exit code of the first signal, on its own thread. A signal that comes a second or more later
    /// kills the process at once.</param>
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
        switch (_heard.Hear())
        {
            case SignalMeaning.End:
                first(exit);
                return;
            case SignalMeaning.Kill:
                using (var self = Process.GetCurrentProcess())
                    self.Kill(); // safe, because every file is written completely or not at all
                return;
        }
    }
}
