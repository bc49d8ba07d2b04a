using Results.Formatting;

namespace Results.Summaries;

/// <summary>Warnings that follow from the figures.</summary>
internal static class CaseWarnings
{
    public static IEnumerable<string> Of(CaseSummary summary)
    {
        if (summary.Iterations == 0)
            yield return "No iteration was measured. Look for the failure in BenchmarkDotNet's log, then run this case alone.";
        if (summary.Failed > 0)
            yield return $"{Figures.Whole(summary.Failed)} of {Figures.Whole(summary.Requests ?? 0)} requests fail in "
                + $"{(summary.FailuresVary ? "the operation with the most failures" : "every operation")} "
                + $"({summary.FailedText}), so this is not the time of a success. Remove the scenario's faults, or raise its timeoutMs, to "
                + "compare strategies.";
        if (summary is { Launches: 1, Iterations: > 0 })
            yield return "One launch shows no noise between launches, so there is no interval and no test of the difference. The standard "
                + "profile measures in five rounds and gives both.";
        if (summary is { Launches: > 1, Iterations: > 1, MeanIntervalNs: null })
            yield return "The launches differ so much that a 95 % interval would contain negative times, so there is none. Measure more "
                + "rounds, with --launchCount or the standard profile.";
        if (summary.Efficiency > 1)
            yield return $"Faster than the ideal (efficiency {Figures.Efficiency(summary.Efficiency)}): a delay was too short, or the "
                + "model does not fit. Check the server's latency before you trust this case.";
    }
}
