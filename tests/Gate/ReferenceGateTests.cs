using Results.Gate;
using Results.History;
using Results.Pages.Gate;
using Results.Records;
using Tests.Pages;

namespace Tests.Gate;

public class ReferenceGateTests
{
    private static readonly GateRules s_rules = new();

    [Fact]
    public void A_run_against_itself_passes()
    {
        GateDecision decision = Decide(Noisy(1), Noisy(1));
        Assert.Equal(0, decision.ExitCode);
        Assert.All(decision.Cases, one => Assert.Equal(0, one.LogRatio!.Value, 9));
    }

    [Theory]
    [InlineData(1.25, Verdict.Slower, 1)]
    [InlineData(0.75, Verdict.Faster, 0)]
    public void A_change_beyond_the_iterations_noise_is_told_with_its_caveat(double factor, Verdict verdict, int exitCode)
    {
        GateDecision decision = Decide(Noisy(1), Noisy(2, factor));
        Assert.Equal(exitCode, decision.ExitCode);
        Assert.All(decision.Cases, one => Assert.Equal(verdict, one.Verdict));
        Assert.All(
            decision.Cases,
            one => Assert.Contains("the noise between runs was not learnt (0 of 10 kept runs)", one.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void With_ten_kept_runs_the_noise_between_runs_is_learnt_and_used()
    {
        // Runs differ by 8 %: what the iterations alone would call slower may well be the machine.
        List<HistoryEntry> kept = Kept(12, 0.08);
        Assert.All(Decide(Noisy(1), Noisy(2, 1.12)).Cases, one => Assert.Equal(Verdict.Slower, one.Verdict));
        GateDecision decision = Decide(Noisy(1), Noisy(2, 1.12), kept);
        Assert.Equal(0, decision.ExitCode);
        Assert.All(decision.Cases, one => Assert.Equal(Verdict.Inconclusive, one.Verdict));
        Assert.All(decision.Cases, one => Assert.Contains("learnt from 12 kept runs", one.Reason, StringComparison.Ordinal));
        Assert.Equal(1, Decide(Noisy(1), Noisy(2, 4), kept).ExitCode);
    }

    /// <summary>As <c>history add</c> before <c>gate --reference</c> leaves it.</summary>
    [Fact]
    public void A_run_that_was_kept_already_is_no_noise_to_judge_itself_by()
    {
        RunRecord candidate = Noisy(2, 1.15);
        GateDecision decision = Decide(Noisy(1), candidate, [.. Kept(11, 0.01), HistoryEntry.Of(candidate)]);
        Assert.All(decision.Cases, one => Assert.Contains("learnt from 11 kept runs", one.Reason, StringComparison.Ordinal));
        Assert.Equal(1, decision.ExitCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_case_that_only_one_run_has_an_ideal_for_has_no_efficiency_to_compare(bool candidates)
    {
        RunRecord run = Noisy(1);
        RunRecord without = run with { Cases = [run.Cases[0] with { BoundNs = null }, .. run.Cases.Skip(1)] };
        GateDecision decision = candidates
            ? Decide(run, without, metric: GateMetric.Efficiency)
            : Decide(without, run, metric: GateMetric.Efficiency);
        Assert.Equal(3, decision.ExitCode);
        Assert.Contains(
            candidates ? "candidate.json has no ideal" : "reference.json has no ideal", decision.Cases[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nine_runs_or_runs_of_another_profile_teach_nothing()
    {
        Assert.All(
            Decide(Noisy(1), Noisy(1), Kept(9, 0.05)).Cases,
            one => Assert.Contains("(9 of 10 kept runs)", one.Reason, StringComparison.Ordinal));
        Assert.All(
            Decide(Noisy(1), Noisy(1), Kept(12, 0.05, "article")).Cases,
            one => Assert.Contains("(0 of 10 kept runs)", one.Reason, StringComparison.Ordinal));
    }

    public static TheoryData<string> Fields => [.. Others.Keys];

    private static Dictionary<string, Func<RunRecord, RunRecord>> Others { get; } = new(StringComparer.Ordinal)
    {
        ["processor"] = run => run with { Host = run.Host with { Cpu = "Other" } },
        ["runtime"] = run => run with { Host = run.Host with { Runtime = ".NET 11" } },
        ["server"] = run => run with { Host = run.Host with { Server = "wiremock" } },
        ["profile"] = run => run with { Profile = "article" },
        ["hosting"] = run => run with { Hosting = "in-process" },
        ["BenchmarkDotNet"] = run => run with { Source = run.Source with { BenchmarkDotNet = "0.15.0" } },
        ["hash of the job's options"] = run => run with { JobHash = "0123456789abcdef" },
        ["baidu: latency"] = run => run with
        {
            Scenarios =
            [
                Samples.Baidu with { Parameters = new Dictionary<string, string>(Samples.Baidu.Parameters) { ["latency"] = "fixed 6 ms" } },
                Samples.Pokeapi,
            ],
        },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Runs_that_differ_are_not_compared_and_the_field_is_named(string field)
    {
        GateDecision decision = Decide(Noisy(1), Others[field](Noisy(1)));
        Assert.Equal(3, decision.ExitCode);
        Assert.All(decision.Cases, one => Assert.Equal(Verdict.NotComparable, one.Verdict));
        Assert.Contains(decision.Notes, note => note.Contains(field + ": ", StringComparison.Ordinal));
    }

    [Fact]
    public void Efficiency_may_be_compared_between_machines_and_says_what_it_cannot_see()
    {
        RunRecord other = Noisy(2) with { Host = Noisy(1).Host with { Cpu = "Other" } };
        // Twice the scale: times and ideals double, the efficiency stays.
        RunRecord scaled = other with
        {
            Scale = 0.2,
            Cases =
            [
                .. other.Cases.Select(
                    one => one with { BoundNs = one.BoundNs * 2, IterationsNs = [.. one.IterationsNs.Select(ns => ns * 2)] }),
            ],
        };
        GateDecision decision = Decide(Noisy(1), scaled, metric: GateMetric.Efficiency);
        Assert.Equal(0, decision.ExitCode);
        Assert.DoesNotContain(decision.Cases, one => one.Verdict is Verdict.Slower or Verdict.NotComparable);
        Assert.Contains(decision.Notes, note => note.Contains("cannot tell a small change", StringComparison.Ordinal));
        RunRecord slower = scaled with
        {
            Cases = [.. scaled.Cases.Select(one => one with { IterationsNs = [.. one.IterationsNs.Select(ns => ns * 1.3)] })],
        };
        Assert.Equal(1, Decide(Noisy(1), slower, metric: GateMetric.Efficiency).ExitCode);
    }

    [Fact]
    public void A_case_that_was_planned_but_not_measured_is_missing()
    {
        RunRecord run = Noisy(1);
        Assert.Equal(1, Decide(run, run with { Cases = [.. run.Cases.Skip(1)] }).ExitCode);
        Assert.Equal(1, Decide(run, run with { Cases = [.. run.Cases.Skip(1)], Planned = [.. run.Planned.Skip(1)] }).ExitCode);
        Assert.Equal(3, Decide(run, run with { Complete = false }).ExitCode);
    }

    [Fact]
    public void Cases_stand_in_the_order_of_the_plan_also_where_one_s_name_begins_with_another_s()
    {
        RunRecord run = Noisy(1);
        string[] planned =
        [
            .. ((string[])["SequentialSync", "SequentialAwait", "SequentialSyncNewClient", "WhenAll"]).Select(
                method => $"Benchmarks.Macro.Baidu.{method}"),
        ];
        RunRecord mixed = run with { Planned = planned, Cases = [.. run.Cases.Where(one => planned.Contains(one.Case)).Reverse()] };
        Assert.Equal(planned, Decide(mixed, mixed).Cases.Select(one => one.Case));
    }

    [Fact]
    public void A_renamed_case_is_compared_with_its_old_self()
    {
        RunRecord run = Noisy(1);
        RunRecord renamed = run with
        {
            Planned = ["New.Name", .. run.Planned.Skip(1)],
            Cases = [run.Cases[0] with { Case = "New.Name" }, .. run.Cases.Skip(1)],
        };
        GateRules rules = s_rules with { Retired = new Dictionary<string, string> { [run.Cases[0].Case] = "New.Name" } };
        GateDecision decision = ReferenceGate.Decide(new("a", run), new("b", renamed), [], GateMetric.Time, rules);
        Assert.Equal(0, decision.ExitCode);
        Assert.NotNull(decision.Cases.Single(one => one.Case == "New.Name").LogRatio);
    }

    [Fact]
    public void A_cold_case_is_retired_by_its_name()
    {
        RunRecord run = Noisy(1);
        RunRecord cold = run with { Cases = [run.Cases[0] with { Regime = Regimes.Cold }, .. run.Cases.Skip(1)] };
        RunRecord without = cold with { Planned = [.. cold.Planned.Skip(1)], Cases = [.. cold.Cases.Skip(1)] };
        GateRules rules = s_rules with { Retired = new Dictionary<string, string> { [run.Cases[0].Case] = "" } };
        Assert.Equal(0, ReferenceGate.Decide(new("a", cold), new("b", without), [], GateMetric.Time, rules).ExitCode);
    }

    [Theory]
    [InlineData("one iteration")]
    [InlineData("iterations are equal")]
    public void Iterations_without_spread_are_not_compared(string expected)
    {
        RunRecord run = Noisy(1);
        IReadOnlyList<double> flat = expected == "one iteration" ? [5e6] : [5e6, 5e6, 5e6];
        GateDecision decision = Decide(run, run with { Cases = [run.Cases[0] with { IterationsNs = flat }, .. run.Cases.Skip(1)] });
        Assert.Equal(3, decision.ExitCode);
        Assert.Contains(expected, decision.Cases[0].Reason, StringComparison.Ordinal);
        Assert.Contains("candidate.json", decision.Cases[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_host_is_as_stored()
    {
        using var culture = new CommaDecimalCulture();
        GateDecision decision = Decide(Noisy(1), Others["processor"](Noisy(1)));
        GoldenFile.Check("gate/other-host", "gate.md", GateMarkdown.Render(decision));
    }

    [Fact]
    public void A_stored_reference_is_as_stored()
    {
        using var culture = new CommaDecimalCulture();
        GoldenFile.Check("gate/reference", "gate.md", GateMarkdown.Render(Decide(Noisy(1), Noisy(2, 1.12), Kept(12, 0.02))));
    }

    private static GateDecision Decide(
        RunRecord reference, RunRecord candidate, IReadOnlyList<HistoryEntry>? kept = null, GateMetric metric = GateMetric.Time) =>
        ReferenceGate.Decide(new("reference.json", reference), new("candidate.json", candidate), kept ?? [], metric, s_rules);

    /// <summary>The standard run with ten iterations of 1 % noise for each case.</summary>
    internal static RunRecord Noisy(int seed, double factor = 1)
    {
        var random = new Random(seed);
        RunRecord run = Samples.Standard();
        return run with
        {
            StartedAt = run.StartedAt.AddDays(seed),
            Cases =
            [
                .. run.Cases.Select(
                    one => one with
                    {
                        IterationsNs = [.. Enumerable.Range(0, 10)
                            .Select(_ => Math.Round(one.IterationsNs[0] * factor * (1 + (0.02 * (random.NextDouble() - 0.5)))))],
                    }),
            ],
        };
    }

    internal static List<HistoryEntry> Kept(int runs, double between, string profile = "standard") =>
        [.. Enumerable.Range(0, runs)
            .Select(i => HistoryEntry.Of(Noisy(100 + i, 1 + (between * ((i * 7 % 5) - 2) / 1.4)) with { Profile = profile }))];
}
