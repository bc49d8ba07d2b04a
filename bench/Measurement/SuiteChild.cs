using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Measurement;

/// <summary>Runs this very build again as a fresh process and takes what it prints, within a time limit.</summary>
public static class SuiteChild
{
    /// <returns>The output, or null with the reason when the process failed or did not end in time.</returns>
    public static (string? Output, string? Failure) Run(TimeSpan patience, params string[] arguments)
    {
        using Process child = Process.Start(ThisSuite.Start(arguments))!;
        Task<string> output = child.StandardOutput.ReadToEndAsync();
        Task<string> error = child.StandardError.ReadToEndAsync();
        if (!child.WaitForExit(patience))
        {
            child.Kill(entireProcessTree: true);
            return (null, string.Create(CultureInfo.InvariantCulture, $"did not finish within {patience.TotalSeconds:F0} s"));
        }

        return child.ExitCode == 0 ? (output.Result, null) : (null, error.Result.Split('\n')[0].Trim());
    }
}
