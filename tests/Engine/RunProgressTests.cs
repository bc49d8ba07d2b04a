using System.Globalization;
using BenchmarkDotNet.Configs;
using Benchmarks.Engine;
using Benchmarks.Measurement;
using Results.Records;

namespace Tests.Engine;

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

        Assert.Matches(@"^Profile standard \(delays × 0\.1\): 8 cases, about [1-9][^,]*\.\r?\n$", _output.ToString());
    }

    [Fact]
    public void A_single_case_is_not_called_cases()
    {
        RunPlan plan = Plan(Profile.Standard);
        new RunProgress(plan.Without(plan.Cases.Skip(1).Select(CaseFromReport.IdOf)), new PlainRunDisplay(_output)).Announce();

        Assert.Contains(": 1 case, about", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_case_is_one_line_with_its_median_and_the_time_left()
    {
        RunProgress progress = Progress(Profile.Article);
        progress.Starts("Benchmarks.Macro.BaiduBenchmarks.WhenAll");
        progress.Ends([Case(55_000_000, 57_240_000, 90_000_000), Case(56_000_000)]);

        Assert.Matches(@"^\[1/8\] BaiduBenchmarks\.WhenAll +56\.6 ms   \d+ min \d\d s left\r?\n$", _output.ToString());
    }

    [Fact]
    public void A_failure_is_told_on_its_line_and_the_last_case_tells_the_whole_time()
    {
        RunProgress progress = Progress(Profile.Article);
        for (int i = 1; i < 8; i++)
        {
            progress.Starts($"Benchmarks.Macro.C.M{i}");
            progress.Failed();
        }

        progress.Starts("Benchmarks.Micro.C.M8");
        progress.Ends([Case(1.5e9)]);

        string[] lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(8, lines.Length);
        Assert.All(lines[..7], line => Assert.EndsWith("FAILED", line, StringComparison.Ordinal));
        Assert.Matches(@"^\[8/8\] C\.M8 +1\.50 s   done in \d+ s$", lines[7]);
    }

    private RunProgress Progress(Profile profile) => new(Plan(profile), new PlainRunDisplay(_output));

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
