using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Engine;

/// <summary>Scenarios with WireMock.Net mapping files. The suite reads their responses once, before it measures.</summary>
internal static class MappedScenarios
{
    /// <summary>
    /// The digests that the measured processes expect. If they asked WireMock.Net themselves, its threads and memory would stay in them.
    /// </summary>
    /// <exception cref="ScenarioException">Mappings cannot be used or do not match a request, or another server was chosen.</exception>
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
