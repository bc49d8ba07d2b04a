using System.ComponentModel;
using System.Diagnostics;
using Benchmarks.Errors;

namespace Benchmarks.Processes;

/// <summary>Runs a program to its end and keeps what it printed; it never outlives a Ctrl-C or its time limit.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ChildProcess(int Exit, string Output, string Error)
{
    /// <summary>The first line that says something, on standard error if there is one.</summary>
    public string FirstLine => (Error + "\n" + Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "it printed nothing";

    private static readonly int[] s_ended = [ExitCodes.HungUp, ExitCodes.Interrupted, ExitCodes.Terminated];
    private static readonly TimeSpan s_signalDelay = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A terminal's Ctrl-C comes to children, too, and one that has just started is gone before this process has heard of it: whoever is
    /// about to call that a failure waits here first.
    /// </summary>
    /// <exception cref="OperationCanceledException">This process is to end as well, so the child did not fail.</exception>
    public static Task WaitForSignalAsync(CancellationToken stop) => Task.Delay(s_signalDelay, stop);

    /// <exception cref="TimeoutException">It was ended after <paramref name="limit"/>.</exception>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static async Task<ChildProcess> RunAsync(ProcessStartInfo start, TimeSpan limit, CancellationToken stop)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        using Process child = Process.Start(start)!;
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
