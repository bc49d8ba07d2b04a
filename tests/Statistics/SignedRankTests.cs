using Results.Statistics;

namespace Tests.Statistics;

public class SignedRankTests
{
    [Theory]
    [InlineData(5, null)]
    [InlineData(6, 0)]
    [InlineData(10, 8)]
    [InlineData(20, 52)]
    public void The_interval_leaves_out_what_published_tables_say(int n, int? below) =>
        Assert.Equal(below, SignedRank.AveragesBelow(n, 0.95));

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
