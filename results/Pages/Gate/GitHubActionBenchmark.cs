using System.Text.Json;
using Results.Formatting;
using Results.Gate;
using Results.Records;

namespace Results.Pages.Gate;

/// <summary>
/// The custom form of github-action-benchmark (tool <c>customSmallerIsBetter</c>): a list of name, unit, value, range, extra.
/// </summary>
internal static class GitHubActionBenchmark
{
    private sealed record Entry(string Name, string Unit, double Value, string? Range, string Extra);

    public static string Render(GateDecision decision) =>
        JsonSerializer.Serialize(decision.Cases.SelectMany(Entries), RecordJson.OptionsWithoutNull) + "\n";

    private static IEnumerable<Entry> Entries(CaseVerdict one)
    {
        if (one.HeadNs is { } head)
        {
            string? range = one.Interval is { } i
                ? $"± {Figures.Fixed(head * (Math.Exp((i.Upper - i.Lower) / 2) - 1), 0)}"
                : null;
            yield return new(one.Case, "ns", head, range, $"{one.Verdict}: {one.Reason}");
        }

        if (one.HeadAllocatedBytes is { } bytes)
            yield return new($"{one.Case} (allocated per {AllocationUnit.Of(one.Scenario)})", "B", bytes, null, one.Verdict.ToString());
    }
}
