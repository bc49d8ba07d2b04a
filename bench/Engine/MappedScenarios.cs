using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Engine;

/// <summary>Scenarios that WireMock.Net's mapping files answer: what they bring is found out once, before anything is measured.</summary>
internal static class MappedScenarios
{
    /// <summary>
    /// The digests that the measured processes must know. To ask WireMock.Net there would leave its threads and its memory in them.
    /// </summary>
    /// <exception cref="ScenarioException">Mappings cannot be used, do not answer a request, or another server was chosen.</exception>
    public static IReadOnlyDictionary<string, FetchDigest> Digests(RunPlan plan)
    {
        MacroCase[] mapped = [.. plan.Macro.Where(macro => macro.Scenario.Payload is WireMockPayload)];
        foreach (MacroCase macro in mapped)
            FixtureServer.RequireHost(macro.Scenario, plan.Settings.Server);
        return mapped
            .DistinctBy(macro => (macro.Scenario.Id, macro.First, macro.Requests))
            .ToDictionary(
                macro => SuiteSettings.WorkOf(macro.Scenario.Id, macro.Requests),
                macro => ExpectedResults.Digest(macro.Scenario, Enumerable.Range(macro.First, macro.Requests)),
                StringComparer.Ordinal);
    }
}
