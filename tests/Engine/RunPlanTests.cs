using BenchGate.Errors;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using Benchmarks.Engine;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Micro;
using Benchmarks.Strategies;
using Fixtures.ScenarioFiles;
using Results.Records;

namespace Tests.Engine;

public sealed class RunPlanTests
{
    [Fact]
    public void The_standard_profile_runs_the_articles_eight_cases_by_their_immutable_names()
    {
        RunPlan plan = Plan(Profile.Standard);

        Assert.Equal(
            [
                "Benchmarks.Macro.BaiduBenchmarks.SequentialAwait",
                "Benchmarks.Macro.BaiduBenchmarks.SequentialSync",
                "Benchmarks.Macro.BaiduBenchmarks.SequentialSyncNewClient",
                "Benchmarks.Macro.BaiduBenchmarks.WhenAll",
                "Benchmarks.Macro.PokeApiBenchmarks.SequentialAwait",
                "Benchmarks.Macro.PokeApiBenchmarks.SequentialSync",
                "Benchmarks.Macro.PokeApiBenchmarks.WhenAll",
                "Benchmarks.Macro.PokeApiSingleBenchmarks.Single",
            ],
            plan.Cases.Select(CaseFromReport.IdOf).Order(StringComparer.Ordinal));
        Assert.Equal(["baidu", "pokeapi"], plan.Scenarios);
        Assert.Equal(8, plan.Macro.Count);
    }

    [Fact]
    public void Each_class_has_one_baseline_where_it_compares()
    {
        Assert.Equal(
            [("baidu", "sequential-sync-new-client"), ("pokeapi", "sequential-sync")],
            Plan(Profile.Standard).Macro.Where(macro => macro.Baseline).Select(macro => (macro.Scenario.Id, macro.Strategy.Id)));
    }

    [Fact]
    public void Every_articles_figure_belongs_to_a_planned_case()
    {
        Assert.Equal(
            [16.6, 4.5, 10, 8.6, 1.54],
            Plan(Profile.Article).Macro
                .SelectMany(macro => macro.Scenario.ArticleSeconds.Where(one => one.Key == macro.Strategy.Id))
                .Select(one => one.Value));
        Assert.All(ScenarioCatalog.BuiltIn.All, scenario => Assert.All(scenario.ArticleSeconds.Keys, id => StrategyCatalog.Find(id)));
    }

    [Fact]
    public void The_estimate_is_the_models_time_for_every_operation_and_some_seconds_for_each_launch()
    {
        foreach (Profile profile in (Profile[])[Profile.Smoke, Profile.Standard, Profile.Article])
        {
            RunPlan plan = Plan(profile);
            TimeSpan operations = plan.Macro.Aggregate(TimeSpan.Zero, (sum, macro) => sum + macro.Model(Regimes.Warm).Predicted);
            TimeSpan measuring = plan.Macro.Aggregate(TimeSpan.Zero, (sum, macro) => sum + (profile.Rounds * plan.EstimateOf(macro)));
            int all = profile.Rounds * (profile.Iterations + (profile.Thorough ? 0 : profile.Warmups));
            Assert.Equal((operations * all).TotalSeconds, measuring.TotalSeconds, 1e-3);

            TimeSpan recording = operations * (profile.Thorough ? 3 : 2);
            Assert.InRange((plan.Estimate - measuring - recording).TotalSeconds / (profile.Rounds * plan.Cases.Count), 0.1, 4);
        }
    }

    [Fact]
    public void Chosen_scenarios_and_strategies_stay_in_the_order_of_the_choice()
    {
        string[] strategies = ["when-all", "semaphore-slim:2", "semaphore-slim:10", "sequential-await"];
        RunPlan plan = Plan(new SuiteSettings { Scenarios = ["pokeapi", "baidu"], Strategies = strategies });

        Assert.Equal(
            [.. strategies.Select(id => ("pokeapi", id)), .. strategies.Select(id => ("baidu", id))],
            plan.Macro.Select(macro => (macro.Scenario.Id, macro.Strategy.Id)));
    }

    [Fact]
    public void A_smoke_run_is_estimated_below_half_a_minute_and_a_standard_one_below_three()
    {
        Assert.InRange(Plan(Profile.Smoke).Estimate.TotalSeconds, 1, 30);
        Assert.InRange(Plan(Profile.Standard).Estimate.TotalSeconds, 30, 180);
        Assert.InRange(Plan(Profile.Article).Estimate.TotalMinutes, 4, 10);
    }

    [Theory]
    [InlineData(Regimes.Warm, 0)]
    [InlineData(Regimes.Cold, 28)]
    public void Only_a_cold_pool_pays_the_connect_delay_of_a_shared_client(string regime, double extraMs)
    {
        MacroCase shared = Plan(Profile.Article).Macro.Single(macro => (macro.Scenario.Id, macro.Strategy.Id) == ("baidu", "when-all"));

        Assert.Equal(
            (55 + extraMs, 55 + extraMs), (shared.Model(regime).Bound.TotalMilliseconds, shared.Model(regime).Predicted.TotalMilliseconds));
    }

    [Fact]
    public void A_regime_that_there_is_not_is_no_cold_one()
    {
        MacroCase any = Plan(Profile.Article).Macro[0];
        Assert.Contains(
            "must be 'warm pool' or 'cold pool'",
            Assert.Throws<ArgumentException>(() => any.Model("Warm pool")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Article_as_loop_pays_both_delays_for_every_request()
    {
        MacroCase loop = Plan(Profile.Article).Macro.Single(macro => macro.Strategy.Id == "sequential-sync-new-client");
        Assert.Equal(16.6, loop.Model(Regimes.Warm).Predicted.TotalSeconds, 1e-9);
        MacroCase single = Plan(Profile.Article).Macro.Single(macro => macro.Strategy.Id == "single");
        Assert.Equal((1, 57.3), (single.Requests, single.Model(Regimes.Warm).Predicted.TotalMilliseconds));
    }

    [Fact]
    public void A_chosen_scenario_runs_with_every_general_strategy_or_those_named()
    {
        var settings = new SuiteSettings { Scenarios = ["pokeapi"] };
        MacroCase[] general = [.. Plan(settings).Macro];
        Assert.Equal(
            StrategyCatalog.General.Select(strategy => strategy.Descriptor.Id).Order(StringComparer.Ordinal),
            general.Select(macro => macro.Strategy.Id).Order(StringComparer.Ordinal));
        Assert.Equal("sequential-sync-new-client", Assert.Single(general, macro => macro.Baseline).Strategy.Id);

        RunPlan plan = Plan(settings with { Strategies = ["when-all", "sequential-await"] });
        Assert.Equal(
            [("sequential-await", false), ("when-all", true)], plan.Macro.Select(macro => (macro.Strategy.Id, macro.Baseline)).Order());
        Assert.Equal(typeof(ScenarioBenchmarks), Assert.Single(plan.Classes).Type);
    }

    [Fact]
    public void Thousands_of_threads_are_started_only_for_who_names_their_strategy()
    {
        var settings = new SuiteSettings { Scenarios = ["scaling"] };
        string[] blocking =
        [
            .. StrategyCatalog.General.Where(strategy => strategy.Descriptor.BlocksOthers).Select(strategy => strategy.Descriptor.Id),
        ];
        Assert.NotEmpty(blocking);
        Assert.Equal(
            StrategyCatalog.General.Select(strategy => strategy.Descriptor.Id).Except(blocking).Order(StringComparer.Ordinal),
            Plan(settings).Macro.Select(macro => macro.Strategy.Id).Order(StringComparer.Ordinal));

        Assert.Equal(blocking[0], Assert.Single(Plan(settings with { Strategies = [blocking[0]] }).Macro).Strategy.Id);
    }

    [Fact]
    public void The_full_profile_runs_every_class_also_when_its_counts_are_changed()
    {
        foreach (Profile full in (Profile[])[Profile.Full, Profile.Full with { Iterations = 2 }])
            Assert.Equal(RunPlan.AllTypes, Plan(full).Classes.Select(one => one.Type));
    }

    [Fact]
    public void Only_the_full_profile_runs_micro_benchmarks_unasked()
    {
        Assert.All(
            (Profile[])[Profile.Smoke, Profile.Standard, Profile.Article],
            profile => Assert.Equal(Plan(profile).Cases.Count, Plan(profile).Macro.Count));
        Assert.Contains(Plan(Profile.Full).Classes, one => one.Type == typeof(WhenAllBenchmarks));
    }

    [Fact]
    public void The_estimate_of_a_micro_benchmark_grows_with_its_iterations()
    {
        Profile quick = Profile.Smoke with { Id = Profile.Full.Id }, slow = quick with { Iterations = 101 };
        RunPlan plan = Plan(quick);
        int cases = plan.Classes.Where(one => SuiteConfig.IsThroughput(one.Type)).Sum(one => one.BenchmarksCases.Length);
        TimeSpan macro = Plan(slow).Macro.Aggregate(TimeSpan.Zero, (sum, one) => sum + (100 * one.Model(Regimes.Warm).Predicted));

        Assert.Equal(
            100 * quick.ThroughputIteration.TotalSeconds * cases, (Plan(slow).Estimate - plan.Estimate - macro).TotalSeconds, 1e-3);
    }

    [Fact]
    public void The_full_profile_begins_a_class_with_the_cases_of_every_profile_and_measures_what_it_planned()
    {
        RunPlan plan = Plan(Profile.Full);
        string[] pokeApi =
        [
            .. plan.Cases.Where(one => one.Descriptor.Type == typeof(PokeApiBenchmarks)).Select(one => one.Descriptor.WorkloadMethod.Name),
        ];

        Assert.Equal(["SequentialSync", "SequentialAwait", "WhenAll"], pokeApi[..3]);
        Assert.Equal(StrategyCatalog.General.Count, pokeApi.Length);
        foreach (RunPlan one in (RunPlan[])[plan, Plan(Profile.Standard)])
        {
            IConfig MeasuringOf(Type type) => ManualConfig.CreateEmpty().AddJob(SuiteConfig.JobOf(one.Profile, type));
            Assert.Equal(
                one.Cases.Select(CaseFromReport.IdOf),
                one.Under(MeasuringOf).SelectMany(type => type.BenchmarksCases).Select(CaseFromReport.IdOf));
        }
    }

    [Fact]
    public void A_filter_that_leaves_nothing_is_refused()
    {
        IConfig nothing = ManualConfig.CreateEmpty().AddFilter(new GlobFilter(["*NoSuch*"]));
        Assert.Throws<UsageException>(() => RunPlan.Create(new SuiteSettings(), _ => nothing, everything: true));
    }

    private static RunPlan Plan(Profile profile) => Plan(new SuiteSettings { Profile = profile });

    private static RunPlan Plan(SuiteSettings settings) =>
        RunPlan.Create(settings, type => ManualConfig.CreateEmpty().AddJob(SuiteConfig.JobOf(settings.Profile, type)), everything: false);
}
