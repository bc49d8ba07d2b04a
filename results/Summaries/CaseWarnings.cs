using Results.Formatting;

namespace Results.Summaries;

/// <summary>Warnings that follow from the figures themselves.</summary>
internal static class CaseWarnings
{
    public static IEnumerable<string> Of(CaseSummary summary)
    {
        if (summary.Iterations == 0)
            yield return "No iteration was measured: look into BenchmarkDotNet's log for the failure, then run this case alone.";
        if (summary.Failed > 0)
            yield return $"Of {Figures.Whole(summary.Requests ?? 0)} requests {Figures.Whole(summary.Failed)} fail in every operation ({summary.FailedText}): its time is not that of a success; take the scenario's faults out to compare strategies.";
        if (summary.Iterations == 1)
            yield return "One iteration shows no spread, so there is no interval and no test of the difference: run the standard profile for both.";
        if (summary.Efficiency > 1)
            yield return $"Faster than the ideal (efficiency {Figures.Efficiency(summary.Efficiency)}): a delay was served too short or the model does not fit; check the server's latency before believing this case.";
    }
}
