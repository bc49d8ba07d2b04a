using Results.Gate;
using Results.Records;
using Results.Statistics;

namespace Tests.Gate;

public class LooksTests
{
    private static readonly GateRules s_rules = new();

    [Theory]
    [InlineData(20, new[] { 10, 14, 20 })]
    [InlineData(41, new[] { 20, 28, 41 })]
    [InlineData(19, new[] { 10, 19 })]
    [InlineData(14, new[] { 10, 14 })]
    [InlineData(13, new[] { 13 })]
    [InlineData(1, new[] { 1 })]
    public void Pairs_are_looked_at_when_it_can_save_some(int most, int[] pairs)
    {
        IReadOnlyList<Look> looks = Looks.Of(most, s_rules);
        Assert.Equal(pairs, looks.Select(look => look.Pairs));
        Assert.Equal(looks.Select(look => look.Alpha).Order(), looks.Select(look => look.Alpha));
        Assert.Equal(s_rules.TimeAlpha, looks[^1].Alpha);
    }

    [Fact]
    public void Every_look_of_a_long_run_can_reject() => Assert.All(
        Enumerable.Range(14, 500).SelectMany(most => Looks.Of(most, s_rules)),
        look => Assert.True(Math.Pow(2, -look.Pairs) <= look.Alpha));

    [Fact]
    public void Times_and_allocations_share_one_alpha()
    {
        Assert.Equal(s_rules.Alpha, s_rules.TimeAlpha + s_rules.AllocationAlpha, 12);
        Assert.True(Math.Pow(2, -Looks.Fewest(s_rules)) <= s_rules.TimeAlpha);
        Assert.True(Math.Pow(2, 1 - Looks.Fewest(s_rules)) > s_rules.TimeAlpha);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(14, 14)]
    [InlineData(20, 20)]
    [InlineData(9, 9)]
    [InlineData(17, 17)]
    public void A_run_that_its_budget_ends_is_judged_with_the_alpha_that_is_left(int pairs, int last)
    {
        IReadOnlyList<Look> looks = Looks.Until(pairs, 20, s_rules);
        Assert.Equal(last, looks[^1].Pairs);
        Assert.Equal(Looks.Of(20, s_rules).FirstOrDefault(look => look.Pairs == pairs)?.Alpha ?? s_rules.TimeAlpha, looks[^1].Alpha);
        Assert.Equal(Looks.Of(20, s_rules).Where(look => look.Pairs < pairs), looks.SkipLast(1));
    }

    [Fact]
    public void A_clear_run_stops_and_says_why()
    {
        Assert.Null(PairedGate.WhyStop(Measured(GateSamples.Standard(1.04, noise: 0.08)), s_rules));
        Assert.Contains("upper limit", PairedGate.WhyStop(Measured(GateSamples.Standard()), s_rules), StringComparison.Ordinal);
        Assert.Contains("upper limit", PairedGate.WhyStop(Measured(GateSamples.Standard(0.8)), s_rules), StringComparison.Ordinal);
        Assert.Contains("slower", PairedGate.WhyStop(Measured(OneSlow()), s_rules), StringComparison.Ordinal);
        Assert.Contains(
            "stopped after 10: a case is slower", PairedGate.Decide(Measured(OneSlow()), s_rules).Method, StringComparison.Ordinal);
        Assert.Contains(
            "stopped after 9: the budget was used up", PairedGate.Decide(Measured(OneSlow(), 9), s_rules with { Threshold = 0.5 }).Method,
            StringComparison.Ordinal);
    }

    /// <summary>A benchmark that shares a core with a neighbour can differ by a factor of two from launch to launch.</summary>
    [Fact]
    public void A_run_does_not_wait_for_a_case_that_its_pairs_cannot_decide()
    {
        GateRun noisy = WithNoisy(1);

        Assert.Contains("too noisy for these pairs", PairedGate.WhyStop(noisy, s_rules), StringComparison.Ordinal);
        Assert.Null(PairedGate.WhyStop(noisy, s_rules with { Strict = true }));
        Assert.Null(PairedGate.WhyStop(WithNoisy(1.6), s_rules)); // it may be slower

        static GateRun WithNoisy(double factor) => Measured(
            GateSamples.Run(GateSamples.Case(GateSamples.Fast, 11e6), GateSamples.Case(GateSamples.Micro, 912)).With(
                GateSamples.Micro, one => one with
                {
                    Pairs = [.. one.Pairs.Select((pair, i) => pair with { Head = new([912 * factor * (i % 2 == 0 ? 1.5 : 1 / 1.5)]) })],
                }));
    }

    [Fact]
    public void A_strict_run_goes_on_while_a_case_is_inconclusive()
    {
        // Not slower for sure; perhaps faster by 5 %.
        GateRun run = Measured(GateSamples.Run(GateSamples.Case(GateSamples.Fast, 11e6, noise: 0)).With(GateSamples.Fast, one => one with
        {
            Pairs = [.. one.Pairs.Select((pair, i) => pair with { Head = new([11e6 * (i == 1 ? 1.01 : i % 3 == 0 ? 0.9 : 0.99)]) })],
        }));
        Assert.NotNull(PairedGate.WhyStop(run, s_rules));
        Assert.Null(PairedGate.WhyStop(run, s_rules with { Strict = true }));
        Assert.Contains(
            "every case is clear",
            PairedGate.WhyStop(Measured(GateSamples.Standard()), s_rules with { Strict = true }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_a_case_to_compare_goes_on() => Assert.Null(PairedGate.WhyStop(GateSamples.Run(), s_rules));

    [Fact]
    public void Cases_that_lost_different_pairs_are_not_compared()
    {
        GateRun run = GateSamples.Standard();
        GateRun lost = run with { Cases = [.. run.Cases.Select((one, i) => one with { Pairs = [.. one.Pairs.Where((_, j) => j != i)] })] };
        Assert.All(PairedGate.Decide(lost, s_rules).Cases, one => Assert.Equal(Verdict.NotComparable, one.Verdict));
    }

    private static GateRun OneSlow() =>
        GateSamples.Run(GateSamples.Case(GateSamples.Fast, 11e6, 1.1), GateSamples.Case(GateSamples.Slow, 886e6));

    /// <summary>The same run after its first pairs.</summary>
    private static GateRun Measured(GateRun run, int pairs = 10) =>
        run with { Cases = [.. run.Cases.Select(one => one with { Pairs = [.. one.Pairs.Take(pairs)] })] };
}
