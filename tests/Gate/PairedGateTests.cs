using Results.Gate;
using Results.Records;

namespace Tests.Gate;

public class PairedGateTests
{
    private static readonly GateRules s_rules = new();

    [Fact]
    public void A_change_in_one_case_alone_is_found_and_named()
    {
        GateDecision decision = PairedGate.Decide(
            GateSamples.Run(GateSamples.Case(GateSamples.Fast, 11e6), GateSamples.Case(GateSamples.Slow, 886e6, 1.1)), s_rules);
        Assert.Equal(1, decision.ExitCode);
        Assert.Equal([Verdict.Same, Verdict.Slower], decision.Cases.Select(one => one.Verdict));
    }

    [Fact]
    public void Sides_changed_over_turn_slower_into_faster()
    {
        GateRun run = GateSamples.Standard(1.2);
        GateRun turned = run with
        {
            Cases =
            [
                .. run.Cases.Select(
                    one => one with { Pairs = [.. one.Pairs.Select(pair => pair with { Base = pair.Head, Head = pair.Base })] }),
            ],
        };
        (GateDecision there, GateDecision back) = (PairedGate.Decide(run, s_rules), PairedGate.Decide(turned, s_rules));
        Assert.All(there.Cases.Zip(back.Cases), both =>
        {
            Assert.Equal((Verdict.Slower, Verdict.Faster), (both.First.Verdict, both.Second.Verdict));
            Assert.Equal(both.First.LogRatio!.Value, -both.Second.LogRatio!.Value, 12);
            Assert.Equal(both.First.PSlower!.Value, both.Second.PFaster!.Value, 12);
        });
        Assert.Equal((1, 0), (there.ExitCode, back.ExitCode));
    }

    [Fact]
    public void What_cannot_be_told_passes_unless_strict()
    {
        GateRun run = GateSamples.Standard(1.02, noise: 0.12);
        Assert.Equal(0, PairedGate.Decide(run, s_rules).ExitCode);
        Assert.Equal(1, PairedGate.Decide(run, s_rules with { Strict = true }).ExitCode);
    }

    [Fact]
    public void A_change_below_the_noise_floor_is_none()
    {
        // 12 % of 100 µs are 12 µs, less than a timer's wake.
        GateDecision decision = PairedGate.Decide(GateSamples.Run(GateSamples.Case(GateSamples.Fast, 100e3, 1.12)), s_rules);
        Assert.Equal(Verdict.Same, Assert.Single(decision.Cases).Verdict);
        Assert.Equal(
            Verdict.Slower,
            PairedGate.Decide(
                GateSamples.Run(GateSamples.Case(GateSamples.Fast, 100e3, 1.12)), s_rules with { NoiseFloorNs = 1000 }).Cases[0].Verdict);
    }

    [Fact]
    public void Identical_times_are_the_same()
    {
        GateRun run = GateSamples.Run(GateSamples.Case(GateSamples.Fast, 11e6, noise: 0));
        Assert.Equal(Verdict.Same, PairedGate.Decide(run, s_rules).Cases[0].Verdict);
    }

    [Fact]
    public void An_empty_an_interrupted_and_a_doubled_set_never_pass()
    {
        GateRun run = GateSamples.Standard();
        Assert.Equal(3, PairedGate.Decide(GateSamples.Run(), s_rules).ExitCode);
        Assert.Equal(3, PairedGate.Decide(run with { Complete = false }, s_rules).ExitCode);
        Assert.Equal(3, PairedGate.Decide(run with { Cases = [.. run.Cases, run.Cases[0]] }, s_rules).ExitCode);
        Assert.Equal(
            3,
            PairedGate.Decide(run with { Head = run.Head with { Planned = [.. run.Head.Planned, GateSamples.Fast] } }, s_rules).ExitCode);
    }

    [Fact]
    public void A_case_that_was_lost_never_passes()
    {
        GateRun run = GateSamples.Standard();
        Assert.Equal(1, PairedGate.Decide(run with { Cases = [.. run.Cases.Skip(1)] }, s_rules).ExitCode);
        Assert.Equal(1, PairedGate.Decide(run.With(GateSamples.Fast, one => one with { Pairs = [] }), s_rules).ExitCode);
        Assert.Equal(
            3, PairedGate.Decide(run.With(GateSamples.Fast, one => one with { Pairs = [.. one.Pairs.Skip(3)] }), s_rules).ExitCode);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(GateSamples.Slow, 0)]
    [InlineData("Somewhere.Else", 1)]
    [InlineData(null, 1)]
    public void Only_the_history_page_can_retire_a_case(string? successor, int exitCode)
    {
        GateRun run = GateSamples.Standard();
        GateRun without = run with { Head = run.Head with { Planned = [.. run.Head.Planned.Skip(1)] }, Cases = [.. run.Cases.Skip(1)] };
        GateRules rules = successor is null
            ? s_rules
            : s_rules with { Retired = new Dictionary<string, string> { [GateSamples.Fast] = successor } };
        GateDecision decision = PairedGate.Decide(without, rules);
        Assert.Equal(Verdict.Missing, decision.Cases[0].Verdict);
        Assert.Equal(exitCode, decision.ExitCode);
    }

    [Theory]
    [InlineData(GateSamples.Slow, 0)]
    [InlineData("", 0)]
    [InlineData("Somewhere.Else", 1)]
    public void A_case_may_be_renamed_again_or_end_under_its_new_name(string last, int exitCode)
    {
        GateRun run = GateSamples.Standard();
        GateRun without = run with { Head = run.Head with { Planned = [.. run.Head.Planned.Skip(1)] }, Cases = [.. run.Cases.Skip(1)] };
        GateRules rules = s_rules with
        {
            Retired = new Dictionary<string, string> { [GateSamples.Fast] = "Meanwhile", ["Meanwhile"] = last },
        };
        Assert.Equal(exitCode, PairedGate.Decide(without, rules).ExitCode);
    }

    [Theory]
    [InlineData(31, 20, false)]
    [InlineData(40, 20, true)]
    [InlineData(40, 10, true)]
    [InlineData(40, 7, true)]
    [InlineData(40, 6, false)]
    [InlineData(-40, 20, false)]
    public void Allocations_count_beyond_their_tolerance(double bytes, int pairs, bool fails)
    {
        GateRun run = GateSamples.Run(GateSamples.Case(GateSamples.Micro, 900, pairs: pairs)).With(GateSamples.Micro, one => one with
        {
            Pairs =
            [
                .. one.Pairs.Select(pair => pair with { Head = pair.Head with { AllocatedBytes = pair.Head.AllocatedBytes + bytes } }),
            ],
        });
        CaseVerdict one = PairedGate.Decide(run, s_rules).Cases[0];
        Assert.Equal(fails, one.Fails);
        // What few pairs cannot show, they tell.
        Assert.Equal(pairs < 7, one.Findings.Any(finding => finding.Text.Contains("too few", StringComparison.Ordinal)));
    }

    [Fact]
    public void Allocations_that_only_vary_are_no_change()
    {
        var random = new Random(5);
        GateRun run = GateSamples.Standard();
        GateRun noisy = run with
        {
            Cases =
            [
                .. run.Cases.Select(
                    one =>
                        one with { Pairs = [.. one.Pairs.Select(pair => pair with { Base = Vary(pair.Base), Head = Vary(pair.Head) })] }),
            ],
        };
        Assert.Equal(0, PairedGate.Decide(noisy, s_rules).ExitCode);
        GateLaunch Vary(GateLaunch launch) => launch with { AllocatedBytes = launch.AllocatedBytes * (1 + random.NextDouble()) };
    }

    [Fact]
    public void Launches_of_which_few_are_much_slower_show_a_change_at_best()
    {
        GateRun run = GateSamples.Standard();
        GateRun skewed = run.With(GateSamples.Fast, one => one with
        {
            Pairs =
            [
                .. one.Pairs.Select((pair, i) => i % 7 > 0
                    ? pair
                    : pair with { Base = pair.Base with { IterationsNs = [.. pair.Base.IterationsNs.Select(ns => 1.3 * ns)] } }),
            ],
        });
        Assert.Equal([false, false, false], PairedGate.Decide(run, s_rules).Cases.Select(one => one.VisibleAtBest));
        Assert.Equal([true, false, false], PairedGate.Decide(skewed, s_rules).Cases.Select(one => one.VisibleAtBest));
    }

    [Fact]
    public void A_head_that_no_longer_counts_fails_and_a_base_that_never_did_is_told()
    {
        GateRun run = GateSamples.Standard();
        Assert.Equal(1, PairedGate.Decide(run.With(GateSamples.Fast, one => one with { HeadCounters = null }), s_rules).ExitCode);
        GateDecision old = PairedGate.Decide(run.With(GateSamples.Fast, one => one with { BaseCounters = null }), s_rules);
        Assert.Equal(0, old.ExitCode);
        Assert.NotEmpty(old.Cases[0].Findings);
    }

    [Theory]
    [InlineData(new[] { 0, 0 }, null)]
    [InlineData(new[] { 1, 0 }, "1 of 60 pairs was measured again, because ")]
    [InlineData(new[] { 1, 1 }, "2 of 60 pairs were measured again, because ")]
    [InlineData(new[] { 3, 1 }, "2 of 60 pairs were measured again, 4 times in all, because ")]
    public void Pairs_that_were_measured_again_are_told(int[] repeats, string? told)
    {
        GateRun run = GateSamples.Standard();
        GateRun repeated = run with
        {
            Cases =
            [
                .. run.Cases.Select((one, i) =>
                    one with { Pairs = [one.Pairs[0] with { Repeats = repeats.ElementAtOrDefault(i) }, .. one.Pairs.Skip(1)] }),
            ],
        };
        IReadOnlyList<string> notes = PairedGate.Decide(repeated, s_rules).Notes;
        if (told is null)
            Assert.Empty(notes);
        else
            Assert.StartsWith(told, Assert.Single(notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void A_time_that_cannot_be_is_refused_with_its_place(double ns)
    {
        GateRun run =
            GateSamples.Standard().With(GateSamples.Slow, one => one with { Pairs = [one.Pairs[0] with { Head = new([5, ns]) }] });
        string message = Assert.Throws<RecordException>(() => PairedGate.Decide(run, s_rules)).Message;
        Assert.Contains("$.cases[1].pairs[0].head.iterationsNs[1]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coin_that_the_seed_fixes_decides_for_each_pair()
    {
        IReadOnlyList<bool> order = PairOrder.Draw(20, new Random(3));
        Assert.Equal(order, PairOrder.Draw(20, new Random(3)));
        Assert.NotEqual(order, PairOrder.Draw(20, new Random(4)));
        // A balanced order would begin with the head in 10 of 20 pairs each time. Coins do that in 18 % of the orders.
        int[] heads = [.. Enumerable.Range(0, 1000).Select(seed => PairOrder.Draw(20, new Random(seed)).Count(first => first))];
        Assert.InRange(heads.Count(count => count == 10), 100, 250);
        Assert.InRange(heads.Average(), 9.7, 10.3);
    }
}
