using Results.Gate;

namespace Benchmarks.Commands;

/// <summary>Placeholder until the writers are merged.</summary>
internal static class GateAnswer
{
    public static int Finish(GateDecision decision, string folder, TextWriter output)
    {
        output.WriteLine(decision.Headline + " " + folder);
        foreach (CaseVerdict one in decision.Cases)
            output.WriteLine($"  {one.Verdict} {one.Case} {one.LogRatio} {one.Interval} {one.PSlower} visible {one.SmallestVisible} {one.Reason} {string.Join("; ", one.Findings.Select(f => f.Text))}");
        return decision.ExitCode;
    }
}
