using Results.Gate;
using Results.Statistics;

namespace Tests.Statistics;

public class SignedRankTests
{
    [Theory]
    // Hand-made: 1/2^n for all of one sign, and what a coin for each sign gives.
    [InlineData(new[] { 1.0, 2, 3, 4, 5 }, 1.0 / 32)]
    [InlineData(new[] { -1.0, 2, 3, 4, 5 }, 2.0 / 32)]
    [InlineData(new[] { -5.0, -4, -3, -2, -1 }, 1)]
    [InlineData(new[] { 0.0, 0, 0 }, 1)]
    [InlineData(new double[0], 1)]
    [InlineData(new[] { 7.0 }, 0.5)]
    public void Small_cases_are_right(double[] values, double p) => Assert.Equal(p, SignedRank.PAbove(values), 12);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_is_the_share_of_all_signs_that_lie_as_high(int seed)
    {
        var random = new Random(seed);
        // Few different values, so that there are ties, and a zero.
        double[] values = [0, .. Enumerable.Range(0, 9).Select(_ => (double)random.Next(-4, 6))];
        double[] left = [.. values.Where(value => value != 0)];
        double[] ranks =
        [
            .. left.Select(value => left.Count(other => Math.Abs(other) < Math.Abs(value))
                + ((left.Count(other => Math.Abs(other).Equals(Math.Abs(value))) + 1) / 2.0)),
        ];
        double seen = left.Zip(ranks, (value, rank) => value > 0 ? rank : 0).Sum();
        int signs = 1 << left.Length;
        int asHigh = Enumerable.Range(0, signs).Count(mask => ranks.Where((_, i) => (mask >> i & 1) == 1).Sum() >= seen);
        Assert.Equal((double)asHigh / signs, SignedRank.PAbove(values), 12);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, 0)]
    [InlineData(10, 8)]
    [InlineData(20, 52)]
    public void The_interval_leaves_out_what_published_tables_say(int n, int? below) =>
        Assert.Equal(below, SignedRank.AveragesBelow(n, 0.95));

    [Theory]
    [InlineData(1, 8)]
    [InlineData(20, 12)]
    public void The_gate_knows_its_own_floor(int cases, int pairs)
    {
        var rules = new GateRules();
        Assert.Equal(pairs, SmallestPairs.For(cases, rules));
        Assert.True(SignedRank.SmallestP(pairs) * cases <= rules.Alpha);
        Assert.True(SignedRank.SmallestP(pairs - 1) * cases > rules.Alpha);
    }

    [Fact]
    public void At_alpha_5_percent_twenty_cases_need_nine_pairs() => Assert.Equal(9, SmallestPairs.For(20, new GateRules { Alpha = 0.05 }));

    [Fact]
    public void One_wild_value_hardly_moves_the_estimate()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        (double calm, LogInterval? interval) = HodgesLehmann.Of(values, 0.95)!.Value;
        Assert.Equal(5, calm, 12);
        Assert.True(interval!.Lower > 2 && interval.Upper < 8);
        Assert.InRange(HodgesLehmann.Of([.. values[..8], 1e9], 0.95)!.Value.Estimate, calm, calm + 1);
        Assert.Null(HodgesLehmann.Of([], 0.95));
    }

    [Fact]
    public void Holm_steps_down()
    {
        IReadOnlyList<double> adjusted = Holm.Adjust([0.04, 0.01, 0.03]);
        Assert.Equal([0.06, 0.03, 0.06], adjusted.Select(p => Math.Round(p, 12)));
        Assert.Empty(Holm.Adjust([]));
    }
}
