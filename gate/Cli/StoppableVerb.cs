using BenchGate.Errors;
using BenchGate.Processes;

namespace BenchGate.Cli;

/// <summary>
/// Runs a verb so that a signal cancels its token. Within two seconds the process prints one line that says what is kept, and exits with
/// 128 + the signal's number. A verb that completes in that time keeps its own exit code.
/// </summary>
internal sealed class StoppableVerb : IDisposable
{
    private const string NothingKept = "no result is kept; no file is incomplete.";
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1.5);
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly TextWriter _error;
    private readonly SignalWatch _watch;
    private volatile int _exit;

    private StoppableVerb(TextWriter error)
    {
        _error = error;
        _watch = new SignalWatch(Stop);
    }

    /// <returns>The verb's exit code. After a signal it does not return.</returns>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> verb, TextWriter error)
    {
        using var running = new StoppableVerb(error);
        try
        {
            return await verb(running._stop.Token);
        }
        // any exception: a child process that the same Ctrl-C ended looks like a failure
        catch (Exception stopped) when (running._exit != 0)
        {
            running._ended.Set();
            running.End(running._exit, stopped is InterruptedException told ? told.Message : NothingKept);
            throw;
        }
    }

    public void Dispose()
    {
        _ended.Set();
        _watch.Dispose();
    }

    // The event is not disposed: a signal handler may still wait for it.
    private void Stop(int exit)
    {
        _exit = exit;
        _stop.Cancel();
        if (!_ended.Wait(s_grace))
            End(exit, NothingKept);
    }

    private void End(int exit, string kept)
    {
        try
        {
            _error.WriteLine("interrupted: " + kept);
        }
        catch (IOException)
        {
            // the terminal was closed; that may be the reason for the signal
        }

        ScratchFolder.ClearRemains(); // of children that were killed
        Environment.Exit(exit); // abandoned work may still use foreground threads
    }
}
