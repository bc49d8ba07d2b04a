using System.CommandLine;
using BenchGate.Errors;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Benchmarks.Cli;

/// <summary><c>--scenario</c> and <c>--strategies</c>: any scenario with any strategy, instead of the articles' classes.</summary>
internal sealed class ScenarioOptions
{
    public Option<string[]> Scenario { get; } = new("--scenario")
    {
        Description = "Run this scenario (a file of fixtures/scenarios, without .json) with the general strategies; may be repeated",
    };

    public Option<string[]> Strategies { get; } = new("--strategies")
    {
        Description = "With --scenario: only these strategies; ids as 'list' shows them, and ID:BOUND for a bound of your own "
            + "(semaphore-slim:10)",
    };

    public Option<string> Bounds { get; } = new("--bounds")
    {
        Description = "With --strategies: measure those that have a bound with several bounds: 5..500 (5, 10, 20, 50 … 500) or 5,15,40",
    };

    /// <returns>The settings with the scenarios and strategies that were typed.</returns>
    /// <exception cref="UsageException">There are strategies but no scenario, there is no such strategy, or it cannot have the
    /// bounds.</exception>
    /// <exception cref="ScenarioException">There is no such scenario.</exception>
    public SuiteSettings Into(SuiteSettings settings, ParseResult parsed)
    {
        string[] scenarios = parsed.GetValue(Scenario) ?? [], strategies = parsed.GetValue(Strategies) ?? [];
        if (strategies.Length > 0 && scenarios.Length == 0)
            throw new UsageException("--strategies is allowed only with --scenario; name the scenario to fetch.");
        string[] found = [.. strategies.Select(id => StrategyCatalog.Find(id).Descriptor.Id).Distinct(StringComparer.Ordinal)];
        return settings with
        {
            Scenarios = [.. scenarios.Select(id => ScenarioCatalog.BuiltIn[id].Id)],
            Strategies = parsed.GetValue(Bounds) is { } bounds ? Sweep.Of(found, bounds) : found,
        };
    }
}
