using System.CommandLine;
using Benchmarks.Errors;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Benchmarks.Cli;

/// <summary><c>--scenario</c> and <c>--strategies</c>: any scenario with any strategy, in the place of the articles' classes.</summary>
internal sealed class ScenarioOptions
{
    public Option<string[]> Scenario { get; } = new("--scenario") { Description = "Run this scenario (a file of fixtures/scenarios, without .json) with the general strategies; may be repeated" };

    public Option<string[]> Strategies { get; } = new("--strategies") { Description = "With --scenario: only these strategies; ids as 'list' shows them", AllowMultipleArgumentsPerToken = true };

    /// <summary>Puts the choice into force for this process and those that it starts.</summary>
    /// <exception cref="UsageException">There are strategies and no scenario, or there is no such strategy.</exception>
    /// <exception cref="ScenarioException">There is no such scenario.</exception>
    public static void Apply(IReadOnlyList<string> scenarios, IReadOnlyList<string> strategies)
    {
        if (strategies.Count > 0 && scenarios.Count == 0)
            throw new UsageException("--strategies goes with --scenario: name the scenario that they are to fetch.");
        SuiteEnvironment.ChosenScenarios = [.. scenarios.Select(id => ScenarioCatalog.BuiltIn[id].Id)];
        SuiteEnvironment.ChosenStrategies = [.. strategies.Select(id => StrategyCatalog.Find(id).Descriptor.Id)];
    }

    /// <summary>As it was typed.</summary>
    public void Apply(ParseResult parsed) => Apply(parsed.GetValue(Scenario) ?? [], parsed.GetValue(Strategies) ?? []);
}
