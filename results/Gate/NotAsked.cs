using Results.Records;

namespace Results.Gate;

/// <summary>
/// Whether a run was asked for other cases than the reference. If so, a case that it does not have says nothing about the code.
/// </summary>
internal static class NotAsked
{
    // The parameters of the one class that a scenario is chosen for.
    private const string ChosenScenario = "(Scenario: ";

    /// <summary>How the two runs differ in what they were asked for, in words; null if they were asked for the same.</summary>
    public static string? Why(RunRecord reference, RunRecord run)
    {
        if (reference.Profile != run.Profile)
            return $"its profile is {run.Profile}, that of the reference is {reference.Profile}";
        (ChosenWork was, ChosenWork now) = (ChosenBy(reference), ChosenBy(run));
        if (!Same(was.Scenarios, now.Scenarios))
            return $"it ran {Names(now.Scenarios, "no --scenario")}, the reference {Names(was.Scenarios, "no --scenario")}";
        if (!Same(was.Strategies, now.Strategies))
            return $"it ran {Names(now.Strategies, "all strategies")}, the reference {Names(was.Strategies, "all strategies")}";
        return reference.OptionsHash == run.OptionsHash
            ? null
            : "it had other options for BenchmarkDotNet than the reference, such as --filter";
    }

    /// <summary>Runs of older builds do not say it, but the names of their cases show the chosen scenarios.</summary>
    private static ChosenWork ChosenBy(RunRecord run) => run.Chosen
        ?? new(
            run.Planned.Any(id => CaseName.Parse(id).Arguments.StartsWith(ChosenScenario, StringComparison.Ordinal))
                ? [.. run.Scenarios.Select(scenario => scenario.Id)]
                : [],
            []);

    private static bool Same(IReadOnlyList<string> some, IReadOnlyList<string> others) => some.ToHashSet().SetEquals(others);

    private static string Names(IReadOnlyList<string> chosen, string none) => chosen.Count == 0 ? none : string.Join(", ", chosen);
}
