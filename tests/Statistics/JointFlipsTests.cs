using Results.Statistics;

namespace Tests.Statistics;

public class JointFlipsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_p_value_is_the_share_of_all_sign_flips_that_reach_it(int seed)
    {
        double[][] cases = Draw(new Random(seed), cases: 3, pairs: 8);
        double[] largest = [.. Flips(8).Select(signs => cases.Max(one => BoundedSum.Of(Turn(one, signs))))];
        FlipResult test = JointFlips.Test(cases, [new(8, 0.05)]);
        for (int i = 0; i < cases.Length; i++)
        {
            double own = BoundedSum.Of(cases[i]);
            Assert.Equal(largest.Count(other => other >= own - 1e-9) / 256.0, test.PAbove[i], 12);
            Assert.Equal(largest.Count(other => other >= -own - 1e-9) / 256.0, test.PBelow[i], 12);
        }
    }

    [Fact]
    public void Looks_together_reject_as_many_arrangements_as_the_last_alpha_allows()
    {
        // Any of these arrangements is as likely as the others. So the share that is rejected is the rate of false alarms.
        double[][] cases = Draw(new Random(3), cases: 4, pairs: 11);
        Look[] looks = [new(7, 0.02), new(9, 0.03), new(11, 0.06)];
        int[] rejected = new int[looks.Length];
        foreach (bool[] signs in Flips(11))
        {
            double[][] turned = [.. cases.Select(one => Turn(one, signs))];
            int first = Enumerable.Range(1, looks.Length).FirstOrDefault(count =>
                JointFlips.Test(turned, looks[..count]).PAbove.Min() <= looks[count - 1].Alpha);
            if (first > 0)
                rejected[first - 1]++;
        }

        double[] rates = [.. looks.Select((_, i) => rejected[..(i + 1)].Sum() / 2048.0)];
        Assert.All(looks.Zip(rates), one => Assert.InRange(one.Second, one.First.Alpha - 0.01, one.First.Alpha));
    }

    [Fact]
    public void A_statistic_above_the_critical_one_is_rejected()
    {
        double[][] cases = Draw(new Random(4), cases: 2, pairs: 10);
        double critical = JointFlips.Test(cases, [new(10, 0.02)]).Criticals[0];
        int above = Flips(10).Count(signs => cases.Max(one => BoundedSum.Of(Turn(one, signs))) > critical + 1e-9);
        Assert.InRange(above, 10, (int)(0.02 * 1024));
        Assert.Equal(double.PositiveInfinity, JointFlips.Test(cases, [new(5, 0.02)]).Criticals[0]);
    }

    [Fact]
    public void Arrangements_are_a_group_with_independent_signs()
    {
        const int Pairs = 40;
        int count = SignFlips.Count(Pairs);
        double[][] signs = [.. Enumerable.Range(0, Pairs).Select(SignsOf)];
        for (int i = 0; i < Pairs; i++)
        {
            Assert.Equal((1, -1), (signs[i][0], signs[i][^1]));
            Assert.Equal(signs[i][5] * signs[i][count - 9], signs[i][5 ^ (count - 9)]);
            for (int j = 0; j < i; j++)
                Assert.Equal(0, signs[i].Zip(signs[j], (one, other) => one * other).Sum());
        }

        double[] SignsOf(int pair)
        {
            double[] values = new double[Pairs], sums = new double[count];
            values[pair] = 1;
            SignFlips.Sums(values, sums);
            return sums;
        }
    }

    [Fact]
    public void Only_sizes_near_the_middle_count_and_zeros_show_nothing()
    {
        double[] shifted = [0.9, 1.1, 1, 0.8, 1.2, 1, 0.9, 1.1, 1, 1];
        Assert.InRange(BoundedSum.Of(shifted), 0.95 * Math.Sqrt(10), Math.Sqrt(10));
        Assert.InRange(BoundedSum.Of([.. shifted[..9], 1000]), 0.95 * Math.Sqrt(10), Math.Sqrt(10));
        FlipResult none = JointFlips.Test([new double[10], [0, 0, 0, 0, 0, 0, 5, 5, 5, 5]], [new(10, 0.001)]);
        Assert.All(none.PAbove.Concat(none.PBelow), p => Assert.Equal(1, p));
    }

    private static double[][] Draw(Random random, int cases, int pairs) =>
        [.. Enumerable.Range(0, cases).Select(_ => Enumerable.Range(0, pairs).Select(_ => random.NextDouble() - 0.4).ToArray())];

    private static IEnumerable<bool[]> Flips(int pairs) =>
        Enumerable.Range(0, 1 << pairs).Select(bits => Enumerable.Range(0, pairs).Select(i => (bits >> i & 1) == 1).ToArray());

    private static double[] Turn(double[] values, bool[] signs) => [.. values.Zip(signs, (value, turned) => turned ? -value : value)];
}
