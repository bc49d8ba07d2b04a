using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.Results;

namespace Benchmarks.Rounds;

/// <summary>Why BenchmarkDotNet did not run a case. It writes that into its log only.</summary>
internal static class NeverRun
{
    private const string Message = "Message: ";

    /// <summary>Its first reason; null if it ran every case, or gives none.</summary>
    public static string? ReasonIn(IReadOnlyList<Summary> summaries) =>
        summaries.SelectMany(summary => summary.ValidationErrors).FirstOrDefault(error => error.IsCritical)?.Message
            ?? summaries.SelectMany(summary => summary.Reports).Select(report => OfBuild(report.BuildResult)).FirstOrDefault(
                reason => reason is not null);

    /// <summary>Why a case was not built; null if it was.</summary>
    public static string? OfBuild(BuildResult built)
    {
        if (built.IsBuildSuccess)
            return null;
        if (built.GenerateException is { } thrown)
            return thrown.GetBaseException().Message;
        string[] lines =
        [
            .. (built.ErrorMessage ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => line is not ("Standard output:" or "Standard error:")), // BenchmarkDotNet's headings
        ];
        // An exception of BenchmarkDotNet's builder is "Exception!", then "Message: TEXT,", then its stack.
        return lines.FirstOrDefault(line => line.Contains("error ", StringComparison.Ordinal))?.Split(" [")[0]
            ?? lines.FirstOrDefault(line => line.StartsWith(Message, StringComparison.Ordinal))?[Message.Length..].TrimEnd(',')
            ?? lines.FirstOrDefault()
            ?? "its build failed";
    }
}
