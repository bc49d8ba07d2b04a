using System.Globalization;
using BenchmarkDotNet.Configs;
using Benchmarks.Engine;
using Benchmarks.Measurement;
using Benchmarks.Progress;
using Results.Records;

namespace Tests.Progress;

public sealed class RunProgressTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly StringWriter _output = new();

    public RunProgressTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        _output.Dispose();
    }

    [Fact]
    public void The_estimate_comes_first_with_profile_scale_and_number_of_cases()
    {
        Progress(Profile.Standard).Announce();

        Assert.Matches(@"^Profile standard \(delays × 0\.1\): 8 cases in 5 rounds, about [1-9][^,]*\.\r?\n$", _output.ToString());
    }

    [Fact]
    public void A_single_case_is_not_called_cases()
    {
        RunPlan all = Plan(Profile.Smoke), one = all.Without(id => id == CaseFromReport.IdOf(all.Cases[0]) ? 0 : 1);
        Of(one).Announce();

        Assert.Contains(": 1 case, about", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_round_is_told_and_a_case_gets_its_line_in_the_last_one_with_the_median_of_all()
    {
        RunPlan plan = Plan(Profile.Standard);
        string id = CaseFromReport.IdOf(plan.Cases.Single(one => one.Descriptor.DisplayInfo == "BaiduBenchmarks.WhenAll"));
        RunProgress progress = Of(plan, [new(id, 1, Last: false), new(id, 2, Last: true)]);
        progress.Starts(new PlannedLaunch(id, 1, Last: false));
        progress.Ends(new PlannedLaunch(id, 1, Last: false), [Case(55_000_000)]);
        progress.Starts(new PlannedLaunch(id, 2, Last: true));
        progress.Ends(new PlannedLaunch(id, 2, Last: true), [Case(55_000_000, 57_240_000, 90_000_000), Case(56_000_000)]);

        Assert.Matches(
            @"^Round 1 of 2 … [^\n]+ left\r?\nRound 2 of 2 … [^\n]+ left\r?\n"
                + @"\[1/1\] BaiduBenchmarks\.WhenAll +56\.6 ms   done in \d+ s\r?\n$",
            _output.ToString());
    }

    [Fact]
    public void A_failure_is_told_on_its_line_in_whatever_round_and_the_last_case_tells_the_whole_time()
    {
        RunPlan plan = Plan(Profile.Smoke);
        PlannedLaunch[] launches = [.. plan.Cases.Select(one => new PlannedLaunch(CaseFromReport.IdOf(one), 1, Last: true))];
        launches[0] = launches[0] with { Last = false };
        RunProgress progress = Of(plan, launches);
        foreach (PlannedLaunch launch in launches[..7])
        {
            progress.Starts(launch);
            progress.Failed(launch);
        }

        progress.Starts(launches[7]);
        progress.Ends(launches[7], [Case(1.5e9)]);

        string[] lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(8, lines.Length);
        Assert.All(lines[..7], line => Assert.EndsWith("FAILED", line, StringComparison.Ordinal));
        Assert.Matches(@"^\[8/8\] \S+ +1\.50 s   done in \d+ s$", lines[7]);
    }

    private RunProgress Progress(Profile profile) => Of(Plan(profile));

    private RunProgress Of(RunPlan plan, IReadOnlyList<PlannedLaunch>? launches = null) =>
        new(plan, launches ?? RoundOrder.Left(plan, Tests.Pages.Samples.Run()), new PlainRunDisplay(_output));

    private static RunPlan Plan(Profile profile)
    {
        var settings = new SuiteSettings { Profile = profile };
        return RunPlan.Create(settings, type => ManualConfig.CreateEmpty().AddJob(SuiteConfig.JobOf(profile, type)), everything: false);
    }

    private static CaseRecord Case(params double[] ns) => new()
    {
        Case = "c",
        Scenario = "",
        Strategy = "",
        Baseline = false,
        Regime = Regimes.Warm,
        Launch = 1,
        Requests = 0,
        IterationsNs = ns,
    };
}
