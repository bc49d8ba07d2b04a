using System.CommandLine;
using Benchmarks.Errors;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Benchmarks.Cli;

/// <summary><c>--scenario</c> and <c>--strategies</c>: any scenario with any strategy, instead of the articles' classes.</summary>
internal sealed class ScenarioOptions
{
    public Option<string[]> Scenario { get; } = new("--scenario") { Description = "Run this scenario (a file of fixtures/scenarios, without .json) with the general strategies; may be repeated" };

    public Option<string[]> Strategies { get; } = new("--strategies") { Description = "With --scenario: only these strategies; ids as 'list' shows them", AllowMultipleArgumentsPerToken = true };

    /// <summary>Applies the choice to this process and to the processes that it starts.</summary>
    /// <exception cref="UsageException">There are strategies but no scenario, or there is no such strategy.</exception>
    /// <exception cref="ScenarioException">There is no such scenario.</exception>
    public static void Apply(IReadOnlyList<string> scenarios, IReadOnlyList<string> strategies)
    {
        if (strategies.Count > 0 && scenarios.Count == 0)
            throw new UsageException("--strategies is allowed only with --scenario; name the scenario to fetch.");
        SuiteEnvironment.ChosenScenarios = [.. scenarios.Select(id => ScenarioCatalog.BuiltIn[id].Id)];
        SuiteEnvironment.ChosenStrategies = [.. strategies.Select(id => StrategyCatalog.Find(id).Descriptor.Id)];
    }

    /// <summary>Applies the options that were typed.</summary>
    public void Apply(ParseResult parsed) => Apply(parsed.GetValue(Scenario) ?? [], parsed.GetValue(Strategies) ?? []);
}
