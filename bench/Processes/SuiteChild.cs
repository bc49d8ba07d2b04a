using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Processes;

/// <summary>Runs this very build again as a fresh process and takes what it prints, within a time limit.</summary>
public static class SuiteChild
{
    /// <param name="start">Made by <see cref="ThisSuite"/>.</param>
    /// <returns>The output, or null with the reason when the process failed or did not end in time.</returns>
    public static (string? Output, string? Failure) Run(ProcessStartInfo start, TimeSpan patience)
    {
        try
        {
            // Blocks, since BenchmarkDotNet tells of a case's end synchronously, and waits until it was heard.
            ChildProcess child = ChildProcess.RunAsync(start, patience, CancellationToken.None).GetAwaiter().GetResult();
            return child.Exit == 0 ? (child.Output, null) : (null, child.FirstLine);
        }
        catch (TimeoutException)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"did not finish within {patience.TotalSeconds:F0} s"));
        }
    }
}
