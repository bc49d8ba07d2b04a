using System.ComponentModel;
using System.Diagnostics;
using BenchGate.Errors;

namespace BenchGate.Processes;

/// <summary>Runs a program to its end and keeps its output. Ctrl-C or the time limit ends the program.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ChildProcess(int Exit, string Output, string Error)
{
    /// <summary>All that it printed, standard error first.</summary>
    public string Printed => Error + "\n" + Output;

    /// <summary>The first line that is not empty, of standard error if possible.</summary>
    public string FirstLine =>
        Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()
            ?? "it printed nothing";

    private static readonly int[] s_ended = [ExitCodes.HungUp, ExitCodes.Interrupted, ExitCodes.Terminated];
    private static readonly TimeSpan s_signalDelay = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Ctrl-C in a terminal also goes to child processes, and a child can end before this process handles the signal. Call this before an
    /// ended child is reported as a failure.
    /// </summary>
    /// <exception cref="OperationCanceledException">This process was interrupted, too, so the child did not fail.</exception>
    public static Task WaitForSignalAsync(CancellationToken stop) => Task.Delay(s_signalDelay, stop);

    /// <param name="started">Called when it has started.</param>
    /// <exception cref="TimeoutException">It was killed after <paramref name="limit"/>.</exception>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static async Task<ChildProcess> RunAsync(
        ProcessStartInfo start, TimeSpan limit, CancellationToken stop, Action<Process>? started = null)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        using Process child = Process.Start(start)!;
        started?.Invoke(child);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(limit);
        try
        {
            Task<string> output = child.StandardOutput.ReadToEndAsync(end.Token), error = child.StandardError.ReadToEndAsync(end.Token);
            await child.WaitForExitAsync(end.Token);
            if (s_ended.Contains(child.ExitCode))
                await WaitForSignalAsync(stop);
            return new ChildProcess(child.ExitCode, await output, await error);
        }
        catch (OperationCanceledException ended)
        {
            child.Kill(entireProcessTree: true);
            stop.ThrowIfCancellationRequested();
            throw new TimeoutException($"it was ended after {limit.TotalSeconds:F0} s", ended);
        }
    }
}
