using Results.Statistics;

namespace Tests.Statistics;

public sealed class PairedComparisonTests
{
    [Fact]
    public void Cushnys_two_drugs_are_told_apart_in_pairs()
    {
        // Student 1908: ten patients with both drugs; the mean difference is 1.58 and t = 4.06 with 9 degrees of freedom, p = 0.003.
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        (double ratio, bool? differs) = Compare(first, second);
        Assert.True(differs);
        // the middle of the Walsh averages of the ten differences
        Assert.Equal(1.3, Math.Log(ratio), 2);
        Assert.False(Compare(first, [.. second.Select(hours => hours - 1.58)]).Differs);
    }

    [Theory]
    [InlineData(new[] { 5.0 }, new[] { 5.0 }, 1, null)]
    [InlineData(new[] { 5.0, 5 }, new[] { 5.0, 5 }, 1, false)]
    [InlineData(new[] { 5.0, 5 }, new[] { 6.0, 6 }, 1.2, true)]
    [InlineData(new[] { 84.0, 83, 85 }, new[] { 16600.0, 16700, 16650 }, 198.1, true)]
    public void One_round_shows_no_noise_and_rounds_without_noise_are_compared_as_they_are(
        double[] x, double[] y, double ratio, bool? differs)
    {
        (double found, bool? differ) = PairedComparison.Of(x, y)!.Value;
        Assert.Equal(ratio, found, 1);
        Assert.Equal(differs, differ);
    }

    [Fact]
    public void Without_rounds_or_logarithms_there_is_no_ratio()
    {
        Assert.Null(PairedComparison.Of([], []));
        Assert.Null(PairedComparison.Of([0, 1], [1, 1]));
    }

    private static (double Ratio, bool? Differs) Compare(double[] first, double[] second) =>
        PairedComparison.Of([.. first.Select(Math.Exp)], [.. second.Select(Math.Exp)])!.Value;
}
