using System.Globalization;

namespace Benchmarks.Processes;

/// <summary>Runs this very build again as a fresh process and takes what it prints, within a time limit.</summary>
public static class SuiteChild
{
    /// <returns>The output, or null with the reason when the process failed or did not end in time.</returns>
    public static (string? Output, string? Failure) Run(TimeSpan patience, params string[] arguments)
    {
        try
        {
            // Blocks, since BenchmarkDotNet tells of a case's end synchronously, and waits until it was heard.
            ChildProcess child = ChildProcess.RunAsync(ThisSuite.Start(arguments), patience, CancellationToken.None).GetAwaiter().GetResult();
            return child.Exit == 0 ? (child.Output, null) : (null, child.FirstLine);
        }
        catch (TimeoutException)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"did not finish within {patience.TotalSeconds:F0} s"));
        }
    }
}
