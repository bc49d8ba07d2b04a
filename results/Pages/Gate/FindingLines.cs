using Results.Gate;

namespace Results.Pages.Gate;

/// <summary>What does not depend on time, one line for each finding.</summary>
internal static class FindingLines
{
    public static IEnumerable<string> Of(IEnumerable<CaseVerdict> cases) =>
        cases.SelectMany(one => one.Findings.Select(finding => $"{(finding.Fails ? "FAILS " : "")}{one.Case}: {finding.Text}"));
}
