using System.Diagnostics;
using System.Globalization;
using BenchGate.Processes;

namespace Benchmarks.Processes;

/// <summary>Runs this build again as a new process, with a time limit, and returns its output.</summary>
public static class SuiteChild
{
    /// <param name="start">Made by <see cref="ThisSuite"/>.</param>
    /// <returns>The output, or null and the reason if the process failed or did not end in time.</returns>
    public static (string? Output, string? Failure) Run(ProcessStartInfo start, TimeSpan limit)
    {
        try
        {
            // Blocks, because BenchmarkDotNet reports the end of a case synchronously and waits for the handler.
            ChildProcess child = ChildProcess.RunAsync(start, limit, CancellationToken.None).GetAwaiter().GetResult();
            return child.Exit == 0 ? (child.Output, null) : (null, child.FirstLine);
        }
        catch (TimeoutException)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"did not finish within {limit.TotalSeconds:F0} s"));
        }
    }
}
