using Results.Formatting;
using Results.Records;

namespace Results.Gate;

/// <summary>Compares figures that do not depend on time. They must be equal.</summary>
internal static class CounterComparison
{
    public static IEnumerable<CounterFinding> Of(GateCounters? before, GateCounters? after, GateRules rules)
    {
        CounterFinding?[] findings =
        [
            Changed("requests", Text(before?.Requests), Text(after?.Requests), rules),
            Changed("digest", before?.Digest, after?.Digest, rules),
            Changed("peak in-flight", Text(before?.PeakInFlightHeld), Text(after?.PeakInFlightHeld), rules),
            Connections(before?.ConnectionsOpenedCold, after?.ConnectionsOpenedCold),
        ];
        return findings.OfType<CounterFinding>();
    }

    private static CounterFinding? Changed(string counter, string? before, string? after, GateRules rules) =>
        Lost(counter, before, after)
        ?? (before is null || before == after
            ? null
            : new(counter, before, after, Fails: true, $"{counter}: {before} became {after}; undo the change; or, if the case does other "
                + $"work now, give it a new name and retire the old one in {rules.Renames}"));

    private static CounterFinding? Connections(int? before, int? after)
    {
        const string Counter = "connections opened cold";
        if (Lost(Counter, Text(before), Text(after)) is { } lost)
            return lost;
        if (before is null || before == after)
            return null;
        return after > before
            ? new(Counter, Text(before), Text(after), Fails: true,
                $"{Counter}: {before} became {after}; share the client, or read each body to its end")
            : new(Counter, Text(before), Text(after), Fails: false, $"{Counter}: {before} became {after}, which is better");
    }

    // The head is not at fault if the base cannot count. If the head cannot count, the gate would miss a change.
    private static CounterFinding? Lost(string counter, string? before, string? after) => (before, after) switch
    {
        (null, not null) => new(counter, null, after, Fails: false, $"{counter}: {after}, unknown at the base, so not compared"),
        (not null, null) =>
            new(counter, before, null, Fails: true, $"{counter}: {before} at the base, unknown at the head; let the head count it again"),
        _ => null,
    };

    private static string? Text(int? count) => count is { } known ? Figures.Whole(known) : null;
}
