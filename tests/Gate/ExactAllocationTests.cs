using Results.Gate;
using Results.Records;

namespace Tests.Gate;

/// <summary>With exact allocations every byte counts, but noise is still noise.</summary>
public class ExactAllocationTests
{
    private const string Id = "My.Benchmarks.Lookup";

    private static readonly GateRules s_exact = new() { ExactAllocations = true };

    [Theory]
    [InlineData(0, 24, 3, true)] // a boxed int
    [InlineData(640, 24, 3, true)]
    [InlineData(640, 64, 20, true)]
    [InlineData(1_000_000, 8, 20, true)]
    [InlineData(640, 0, 20, false)]
    [InlineData(640, 0.3, 20, false)] // allocated once, in many operations
    [InlineData(640, -24, 3, false)]
    public void A_difference_of_any_size_counts_if_all_launches_agree(double bytes, double more, int pairs, bool fails)
    {
        CaseVerdict judged = Decide(pairs, _ => bytes, _ => bytes + more);
        Assert.Equal(fails, judged.Fails);
        Assert.Equal(Math.Abs(more) >= 1 ? 1 : 0, judged.Findings.Count);
        Assert.All(judged.Findings, found => Assert.Equal("allocated bytes per operation", found.Counter));
        Assert.Equal(more < 0, judged.Findings.Any(found => found.Text.EndsWith("which is better", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_pairs_do_not_show_that_the_launches_agree()
    {
        CounterFinding found = Assert.Single(Decide(2, _ => 0, _ => 24).Findings);
        Assert.False(found.Fails);
        Assert.EndsWith("2 pairs are too few to show it; use at least 3", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_that_varies_needs_the_test()
    {
        Assert.Empty(Decide(20, i => i % 2 == 0 ? 640 : 648, i => i % 4 < 2 ? 640 : 648).Findings);
        // Each head is above its base by 8 bytes.
        Assert.True(Decide(20, i => i % 2 == 0 ? 640 : 648, i => i % 2 == 0 ? 648 : 656).Fails);
        CounterFinding few = Assert.Single(Decide(3, i => i == 0 ? 640 : 648, _ => 656).Findings);
        Assert.False(few.Fails);
        Assert.EndsWith("use at least 10", few.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_that_varies_gives_no_more_false_alarms_than_allowed()
    {
        const int Runs = 2000;
        var random = new Random(7);
        int alarms = Enumerable.Range(0, Runs).Count(_ =>
            AllocationComparison.Of([Case(20, _ => Vary(), _ => Vary())], 20, s_exact)[0].Findings.Any(found => found.Fails));
        // Two are expected at most. More than nine come by chance once in 20,000 tests.
        Assert.InRange(alarms, 0, 9);
        double Vary() => 640 + (8 * random.Next(4));
    }

    [Fact]
    public void Without_it_the_same_difference_is_ignored() =>
        Assert.False(PairedGate.Decide(GateSamples.Run(Case(20, _ => 640, _ => 664)), new()).Cases[0].Fails);

    private static CaseVerdict Decide(int pairs, Func<int, double> before, Func<int, double> after) =>
        PairedGate.Decide(GateSamples.Run(Case(pairs, before, after)), s_exact).Cases[0];

    private static GateCase Case(int pairs, Func<int, double> before, Func<int, double> after)
    {
        GateCase one = GateSamples.Case(Id, 900, pairs: pairs);
        return one with
        {
            Pairs =
            [
                .. one.Pairs.Select((pair, i) => pair with
                {
                    Base = pair.Base with { AllocatedBytes = before(i) },
                    Head = pair.Head with { AllocatedBytes = after(i) },
                }),
            ],
        };
    }
}
