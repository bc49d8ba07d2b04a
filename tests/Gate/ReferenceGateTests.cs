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

    /// <summary>The iterations of two runs say nothing about the noise between runs.</summary>
    [Theory]
    [InlineData(1.25)]
    [InlineData(0.75)]
    public void Without_kept_runs_no_time_is_judged_however_large_the_difference(double factor)
    {
        GateDecision decision = Decide(Noisy(1), Noisy(2, factor));
        Assert.Equal(0, decision.ExitCode);
        Assert.All(decision.Cases, one => Assert.Equal((Verdict.Inconclusive, null), (one.Verdict, one.Interval)));
        Assert.All(decision.Cases, one => Assert.StartsWith("0 of 10 kept runs: ", one.Reason, StringComparison.Ordinal));
        Assert.Contains(decision.Notes, note => note.Contains("at least 10 comparable kept runs", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_kept_runs_a_counter_still_fails()
    {
        RunRecord run = Noisy(1);
        RunRecord more = Noisy(2) with { Cases = [run.Cases[0] with { Requests = 201 }, .. run.Cases.Skip(1)] };
        RunRecord larger = Noisy(2) with { Cases = [run.Cases[0] with { AllocatedBytes = 9e6 }, .. run.Cases.Skip(1)] };
        Assert.Equal(1, Decide(run, more).ExitCode);
        Assert.Equal(1, Decide(run, larger).ExitCode);
    }

    [Fact]
    public void With_ten_kept_runs_the_noise_between_runs_is_learnt_and_used()
    {
        // Runs differ by 8 %: 12 % may well be the machine.
        List<HistoryEntry> kept = Kept(12, 0.08);
        GateDecision decision = Decide(Noisy(1), Noisy(2, 1.12), kept);
        Assert.Equal(0, decision.ExitCode);
        Assert.All(decision.Cases, one => Assert.Equal(Verdict.Inconclusive, one.Verdict));
        Assert.All(
            decision.Cases, one => Assert.Contains("compared with the mean of 12 kept runs; ", one.Reason, StringComparison.Ordinal));
        GateDecision slow = Decide(Noisy(1), Noisy(2, 4), kept);
        Assert.Equal(1, slow.ExitCode);
        Assert.Contains(slow.Notes, note => note.StartsWith("A slow spell of the machine", StringComparison.Ordinal));
    }

    /// <summary>
    /// A single reference may itself be an outlier. The kept runs decide, and the page says that the reference is not like them.
    /// </summary>
    [Fact]
    public void A_time_is_compared_with_the_mean_of_the_kept_runs_and_not_with_the_reference()
    {
        List<HistoryEntry> kept = Kept(12, 0.01);
        double mean = Math.Exp(kept.Average(entry => Math.Log(entry.Cases[0].MedianNs)));
        GateDecision decision = Decide(Noisy(1, 0.8), Noisy(2), kept);
        Assert.Equal(0, decision.ExitCode);
        Assert.All(decision.Cases, one => Assert.InRange(one.BaseNs!.Value / one.HeadNs!.Value, 0.97, 1.03));
        Assert.InRange(decision.Cases[0].BaseNs!.Value / mean, 0.99, 1.01);
        string told = Assert.Single(decision.Notes);
        Assert.StartsWith("The reference differs from the kept runs: ", told, StringComparison.Ordinal);
        Assert.Contains("Baidu.WhenAll (-", told, StringComparison.Ordinal);
        Assert.Empty(Decide(Noisy(1), Noisy(2), kept).Notes);
    }

    [Fact]
    public void After_a_change_that_was_accepted_only_the_runs_since_count()
    {
        List<HistoryEntry> kept = [.. Kept(20, 0.01), .. Kept(12, 0.01, factor: 1.3)];
        GateDecision same = Decide(Noisy(1), Noisy(2, 1.3), kept);
        Assert.All(same.Cases, one => Assert.Equal(Verdict.Same, one.Verdict));
        Assert.All(
            same.Cases, one => Assert.Contains("of 12 kept runs since the last lasting change", one.Reason, StringComparison.Ordinal));
        Assert.Equal(1, Decide(Noisy(1), Noisy(2, 1.5), kept).ExitCode);
        // The new level is not known yet, but a run like it is no alarm.
        Assert.Equal(0, Decide(Noisy(1), Noisy(2, 1.3), [.. kept.Take(23)]).ExitCode);
    }

    /// <summary>As <c>history add</c> before <c>gate --reference</c> leaves it.</summary>
    [Fact]
    public void A_run_that_was_kept_already_is_no_noise_to_judge_itself_by()
    {
        RunRecord candidate = Noisy(2, 1.15);
        GateDecision decision = Decide(Noisy(1), candidate, [.. Kept(11, 0.01), HistoryEntry.Of(candidate)]);
        Assert.All(decision.Cases, one => Assert.Contains("the mean of 11 kept runs", one.Reason, StringComparison.Ordinal));
        Assert.Equal(1, decision.ExitCode);
    }

    [Fact]
    public void With_kept_runs_a_lost_efficiency_is_slower()
    {
        List<HistoryEntry> kept = Kept(12, 0.01);
        Assert.Equal(0, Decide(Noisy(1), Noisy(2), kept, GateMetric.Efficiency).ExitCode);
        Assert.Equal(1, Decide(Noisy(1), Noisy(2, 1.3), kept, GateMetric.Efficiency).ExitCode);
        // a slower scenario is no loss
        RunRecord slower = Noisy(2, 1.3);
        slower = slower with { Cases = [.. slower.Cases.Select(one => one with { BoundNs = one.BoundNs * 1.3 })] };
        Assert.Equal(0, Decide(Noisy(1), slower, kept, GateMetric.Efficiency).ExitCode);
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
            one => Assert.StartsWith("9 of 10 kept runs: ", one.Reason, StringComparison.Ordinal));
        Assert.All(
            Decide(Noisy(1), Noisy(1), Kept(12, 0.05, "article")).Cases,
            one => Assert.StartsWith("0 of 10 kept runs: ", one.Reason, StringComparison.Ordinal));
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
    public void Efficiency_of_two_machines_is_shown_and_not_judged()
    {
        RunRecord other = Noisy(2) with { Host = Noisy(1).Host with { Cpu = "Other" } };
        // Twice the scale: times and ideals double, the efficiency stays. Then it is lost.
        RunRecord scaled = other with
        {
            Scale = 0.2,
            Cases =
            [
                .. other.Cases.Select(
                    one => one with { BoundNs = one.BoundNs * 2, IterationsNs = [.. one.IterationsNs.Select(ns => ns * 2 * 1.3)] }),
            ],
        };
        GateDecision decision = Decide(Noisy(1), scaled, Kept(12, 0.01), GateMetric.Efficiency);
        Assert.Equal(0, decision.ExitCode);
        Assert.All(decision.Cases, one => Assert.Equal(Verdict.Inconclusive, one.Verdict));
        Assert.All(decision.Cases, one => Assert.InRange(Math.Exp(one.LogRatio!.Value), 1.28, 1.32));
        Assert.Contains("time / ideal changed by +", decision.Cases[0].Reason, StringComparison.Ordinal);
        Assert.Contains(decision.Notes, note => note.Contains("cannot tell a small change", StringComparison.Ordinal));
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

    internal static List<HistoryEntry> Kept(int runs, double between, string profile = "standard", double factor = 1) =>
        [.. Enumerable.Range(0, runs)
            .Select(i => HistoryEntry.Of(Noisy(100 + i, factor * (1 + (between * ((i * 7 % 5) - 2) / 1.4))) with { Profile = profile }))];
}
