using Results.Formatting;
using Results.Records;

namespace Results.Summaries;

/// <summary>The cases of one table: those of a scenario and a class, or of a class of micro-benchmarks.</summary>
/// <param name="Heading">Plain text.</param>
/// <param name="Scenario">Null for micro-benchmarks, or if the run does not describe the scenario.</param>
public sealed record Section(string Heading, ScenarioRecord? Scenario, IReadOnlyList<CaseSummary> Cases, Table Table)
{
    /// <summary>The strategy, or method, that the others are compared with; null if it was not measured.</summary>
    public string? Baseline => Cases.FirstOrDefault(c => c.Baseline) is { } b
        ? b.Strategy.Length > 0 ? b.Strategy : CaseName.Parse(b.Case).Method
        : null;

    /// <summary>The strategies that were measured with several bounds.</summary>
    public IReadOnlyList<BoundSweep> Sweeps => BoundSweep.Of(Cases);

    /// <summary>
    /// The parameters of the server, as a sentence; null if the run does not have them. Cases that fetch a single request choose their own
    /// request, so the scenario's count and first number do not apply to them.
    /// </summary>
    public string? Served => Scenario is { Parameters.Count: > 0 } scenario
        ? "Served: " + string.Join(", ", scenario.Parameters.Select(p => (p.Key, Value: OwnRequest && p.Key == "requests" ? "1" : p.Value))
            .Where(p => !OwnRequest || p.Key != "first").Select(p => $"{p.Key} {p.Value}")) + "."
        : null;

    private bool OwnRequest => Cases.All(c => c.Requests == 1) && Scenario?.Parameters.GetValueOrDefault("requests") is not "1";

    /// <summary>Scenarios first, micro-benchmarks last.</summary>
    public static IReadOnlyList<Section> Of(RunRecord run)
    {
        var groups = Summary.Of(run).GroupBy(c => (c.Scenario, CaseName.Parse(c.Case).Type)).ToList();
        return
        [
            .. groups.Where(g => g.Key.Scenario.Length > 0).OrderBy(g => groups.FindIndex(f => f.Key.Scenario == g.Key.Scenario))
                .Select(g => OfScenario([.. g], run, groups.Count(f => f.Key.Scenario == g.Key.Scenario) > 1)),
            .. groups.Where(g => g.Key.Scenario.Length == 0)
                .Select(g => new Section(g.Key.Type.Length > 0 ? g.Key.Type : "Micro-benchmarks", null, [.. g], CaseTable.Micro([.. g]))),
        ];
    }

    private static Section OfScenario(IReadOnlyList<CaseSummary> cases, RunRecord run, bool severalClasses)
    {
        string id = cases[0].Scenario;
        ScenarioRecord? scenario = run.Scenarios.FirstOrDefault(s => s.Id == id);
        string heading = scenario is null || scenario.Title == id ? id : $"{id}: {scenario.Title}";
        if (severalClasses)
            heading += $" ({CaseName.Parse(cases[0].Case).Class})";
        return new(heading, scenario, cases, CaseTable.Strategies(cases, run));
    }
}
