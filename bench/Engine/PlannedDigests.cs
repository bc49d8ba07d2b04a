using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Engine;

/// <summary>
/// What the operations of a plan must fetch, computed once before it measures. Each measured process would need a fifth of a second for it;
/// and of a scenario with WireMock.Net mapping files, WireMock.Net's threads and memory would stay in it.
/// </summary>
internal static class PlannedDigests
{
    /// <summary>The digests by <see cref="SuiteSettings.WorkOf"/>, without those of scenarios whose requests can fail.</summary>
    /// <exception cref="ScenarioException">Mappings cannot be used or do not match a request, or another server was chosen.</exception>
    public static IReadOnlyDictionary<string, FetchDigest> Of(RunPlan plan)
    {
        foreach (MacroCase mapped in plan.Macro.Where(macro => macro.Scenario.Payload is WireMockPayload))
            FixtureServer.RequireHost(mapped.Scenario, plan.Settings.Server);
        return plan.Macro
            .Where(macro => !macro.Scenario.CanFail || macro.Scenario.Payload is WireMockPayload)
            .DistinctBy(macro => (macro.Scenario.Id, macro.First, macro.Requests))
            .GroupBy(macro => SuiteSettings.WorkOf(macro.Scenario.Id, macro.Requests), StringComparer.Ordinal)
            .Where(work => work.Count() == 1) // the number of requests alone does not say which ones they are
            .ToDictionary(
                work => work.Key,
                work => ExpectedResults.Digest(work.Single().Scenario, Enumerable.Range(work.Single().First, work.Single().Requests)),
                StringComparer.Ordinal);
    }
}
