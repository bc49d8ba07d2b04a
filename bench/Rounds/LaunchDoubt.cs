using BenchmarkDotNet.Reports;
using Benchmarks.Measurement;

namespace Benchmarks.Rounds;

/// <summary>Whether the measurement of a launch can be used.</summary>
internal static class LaunchDoubt
{
    /// <summary>The reason why it cannot be used; null if it can.</summary>
    /// <param name="report">BenchmarkDotNet's report of the launch.</param>
    /// <param name="childReport">What the measured process wrote; null if it wrote nothing.</param>
    /// <param name="expected">Whether the process had to write it.</param>
    /// <param name="fetches">Whether the case fetches a scenario.</param>
    public static string? About(BenchmarkReport report, ChildReport? childReport, bool expected, bool fetches)
    {
        if (!report.Success)
            return ReasonOf(report);
        if (childReport is null)
        {
            return expected
                ? "a measured process wrote no report of its build; "
                    + "make sure that the temporary folder is writable and not full, then measure again"
                : null;
        }
        if (childReport.SourceHash != SourceHash.OfThisBuild)
            return $"the measured process was built from different source ({childReport.SourceHash}) than its host "
                + $"({SourceHash.OfThisBuild}); build again";
        return fetches && childReport.Digest is null
            ? "a measured process did not report what it fetched; make sure that the temporary folder is not full, then measure again"
            : null;
    }

    private static string ReasonOf(BenchmarkReport report) => NeverRun.OfBuild(report.BuildResult) is { } reason
        ? $"its build failed: {reason}"
        : ThrownText.Cause([.. report.ExecuteResults.SelectMany(
            result => result.StandardOutput.Concat(result.Results).Concat(result.Errors))]) ?? "it returned no measurement";
}
