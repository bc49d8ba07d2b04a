using Results.Formatting;
using Results.Gate;

namespace Results.Pages.Gate;

/// <summary>Workflow commands that GitHub shows with a pull request's checks.</summary>
public static class GitHubAnnotations
{
    /// <summary>An error for each case that fails, a warning for an unclear result, a notice for a faster case.</summary>
    public static IEnumerable<string> Lines(GateDecision decision)
    {
        if (decision.ExitCode != GateExitCodes.Pass && !decision.Cases.Any(one => one.Fails))
            yield return Line("error", "Benchmark gate", decision.Headline);
        foreach (CaseVerdict one in decision.Cases)
        {
            foreach (CounterFinding finding in one.Findings)
                yield return Line(finding.Fails ? "error" : "notice", one.Case, finding.Text);
            string? level = one.Verdict switch
            {
                Verdict.Missing when one.Retired => "notice",
                Verdict.Slower or Verdict.Missing => "error",
                Verdict.Inconclusive or Verdict.NotComparable => "warning",
                Verdict.Faster => "notice",
                _ => null,
            };
            if (level is not null)
                yield return Line(level, one.Case, $"{one.Verdict}: {one.Reason}");
        }
    }

    private static string Line(string level, string title, string message)
    {
        string property = Data(title).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
        return $"::{level} title={property}::{Data(message)}";
    }

    private static string Data(string text) => PlainText.OneLine(text)
        .Replace("%", "%25", StringComparison.Ordinal);
}
