using BenchGate.Errors;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using Benchmarks.Engine;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Tests.Cli;
using Tests.Measurement;

namespace Tests.Field;

/// <summary>Two choices of cases are one: a case must match both. What matches nothing is refused.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class SelectionTests : IDisposable
{
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData("run", "--scenario", "pokeapi", "--filter", "*Baidu*")]
    [InlineData("run", "--scenario", "pokeapi", "--strategies", "when-all", "--filter", "*sequential-await*")]
    [InlineData("run", "--profile", "full", "--scenario", "pokeapi", "--filter", "*Baidu*")]
    [InlineData("run", "--scenario", "pokeapi", "--filter", "*Baidu*", "--list", "flat")]
    [InlineData("run", "--scenario", "pokeapi", "--list", "tree", "--filter", "*Micro*")]
    [InlineData("measure", "--scenario", "pokeapi", "--cases", "*Baidu*")]
    public async Task Without_a_case_in_both_it_is_refused(params string[] args) =>
        (await Typed.RunAsync(args)).IsRefused("--scenario pokeapi", "must match both");

    [Theory]
    [InlineData("'*NoSuch*'", "run", "--filter", "*Single*", "*NoSuch*")]
    [InlineData("'*NoSuch*', '*Nor?This*'", "run", "--filter", "*NoSuch*", "*Single*", "*Nor?This*")]
    [InlineData("'*Baidu*'", "run", "--scenario", "pokeapi", "--filter", "*when-all*", "*Baidu*")]
    [InlineData("'*NoSuch*'", "run", "--list", "flat", "--filter", "*Single*", "*NoSuch*")]
    [InlineData("'*NoSuch*'", "measure", "--cases", "*Single*", "*NoSuch*")]
    [InlineData("'*NoSuch*'", "measure", "--cases", "*Single*", "--cases", "*NoSuch*")]
    public async Task A_pattern_that_matches_nothing_is_named_beside_one_that_does(string named, params string[] args) =>
        (await Typed.RunAsync(args)).IsRefused(named + ":", "'list' shows");

    [Fact]
    public void A_filter_beside_a_scenario_leaves_the_cases_of_both()
    {
        var settings = new SuiteSettings { Scenarios = ["pokeapi", "baidu"] };
        IConfig filtered = ManualConfig.CreateEmpty().AddFilter(new GlobFilter(["*baidu*\"when-all\"*"]));

        var plan = RunPlan.Create(settings, _ => filtered, everything: true);

        Assert.Equal(("baidu", "when-all"), (Assert.Single(plan.Macro).Scenario.Id, plan.Macro[0].Strategy.Id));
        Assert.Equal([typeof(ScenarioBenchmarks)], RunPlan.TypesFor(settings));
    }

    [Fact]
    public void The_full_profile_beside_a_scenario_is_that_scenario() => Assert.Equal(
        typeof(ScenarioBenchmarks),
        Assert.Single(RunPlan.Create(
            new SuiteSettings { Profile = Profile.Full, Scenarios = ["pokeapi"] }, _ => ManualConfig.CreateEmpty(), everything: false)
            .Classes).Type);

    [Theory]
    [InlineData("flat")]
    [InlineData("tree")]
    public async Task A_list_beside_a_choice_lists_the_choice(string kind)
    {
        Typed list = await Typed.RunAsync("run", "--scenario", "pokeapi", "--strategies", "when-all", "single", "--list", kind);

        Assert.Equal((ExitCodes.Ok, ""), (list.Exit, list.Error));
        Assert.Equal(
            ["single", "when-all"],
            list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split("Strategy: \"")[1].Split('"')[0])
                .Order(StringComparer.Ordinal));
    }
}
