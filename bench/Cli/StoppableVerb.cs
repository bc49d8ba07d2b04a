using Benchmarks.Errors;
using Benchmarks.Processes;

namespace Benchmarks.Cli;

/// <summary>
/// What a signal does to a verb: its token is cancelled, and within two seconds the process ends with 128 + the signal's number, having
/// said in one line what is kept. A verb that comes to its own end in that time keeps its own exit code.
/// </summary>
internal sealed class StoppableVerb : IDisposable
{
    private const string NothingKept = "no result is kept; whatever file there is, is whole.";
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
        catch (Exception stopped) when (running._exit != 0) // anything: a child that the same Ctrl-C ended looks like a failed one
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

    // The event is left to the collector: a signal may just be waiting for it.
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
            // the terminal went away, and that may be why we are here
        }

        ScratchFolder.ClearRemains(); // of children that were killed
        Environment.Exit(exit); // work that nobody waits for any more may still hold threads
    }
}
