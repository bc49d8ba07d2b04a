using Results.Statistics;

namespace Tests.Statistics;

public class StatisticsTests
{
    [Fact]
    public void The_interval_of_the_mean_is_students()
    {
        // Student 1908, table of Cushny and Peebles: ten hours of sleep gained, mean 0.75, s = 1.78901, t(0.975, 9) = 2.262157;
        // 0.75 ± 2.262157 · 1.78901 / √10 = −0.5298 … 2.0298.
        double[] sleep = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        (double Lower, double Upper) interval = SampleStatistics.MeanInterval(sleep)!.Value;
        Assert.Equal(0.75, SampleStatistics.Mean(sleep)!.Value, 12);
        Assert.Equal(-0.5298, interval.Lower, 4);
        Assert.Equal(2.0298, interval.Upper, 4);
    }

    [Fact]
    public void Two_values_have_an_interval_by_hand()
    {
        // n = 2: t(0.975, 1) = tan(0.475 π) = 12.7062; mean 2, s / √n = 1.
        (double Lower, double Upper) interval = SampleStatistics.MeanInterval([1, 3])!.Value;
        Assert.Equal(2 - 12.7062, interval.Lower, 4);
        Assert.Equal(2 + 12.7062, interval.Upper, 4);
    }

    [Fact]
    public void Unknown_is_null()
    {
        Assert.Null(SampleStatistics.Mean([]));
        Assert.Null(SampleStatistics.Median([]));
        Assert.Null(SampleStatistics.MeanInterval([5]));
        Assert.Null(SampleStatistics.Differ([5], [1, 2, 3]));
    }

    [Theory]
    [InlineData(new[] { 3.0, 1, 2 }, 2)]
    [InlineData(new[] { 4.0, 1, 2, 3 }, 2.5)]
    [InlineData(new[] { 7.0 }, 7)]
    public void The_median_is_the_middle(double[] values, double expected) => Assert.Equal(expected, SampleStatistics.Median(values));

    [Theory]
    [InlineData(0.25, 1.75)] // 1 + 0.25 · (4 − 1)
    [InlineData(0.9, 3.7)]
    [InlineData(1, 4)]
    public void A_quantile_lies_between_two_values(double p, double expected) =>
        Assert.Equal(expected, SampleStatistics.Quantile([4.0, 1, 2, 3], p)!.Value, 12);

    [Fact]
    public void The_99th_percentile_needs_a_hundred_values()
    {
        double[] values = [.. Enumerable.Range(1, 101).Select(i => (double)i)];
        Assert.Null(SampleStatistics.P99(values[..99]));
        Assert.Equal(99.01, SampleStatistics.P99(values[..100])!.Value, 12);
        Assert.Equal(100, SampleStatistics.P99(values));
    }

    [Fact]
    public void The_interval_of_a_share_is_wilsons()
    {
        // z² = 3.8415: if none of n was seen, the upper end is z² / (n + z²).
        (double lower, double upper) = Wilson.Interval(0, 20);
        Assert.Equal(0, lower, 12);
        Assert.Equal(3.8415 / (20 + 3.8415), upper, 5);
        Assert.Equal(1 - upper, Wilson.Interval(20, 20).Lower, 12);
    }

    [Fact]
    public void The_difference_of_two_medians_has_price_and_bonetts_interval()
    {
        // n = 5: the variance of each median is ((5 − 1) / (2 · 1.8627))², where P(Z > 1.8627) = 1 / 32.
        var seen = MedianDifference.Between([2, 1, 5, 4, 3], [11, 12, 13, 14, 15]);
        Assert.Equal(10, seen.Estimate, 12);
        double half = 1.959964 * Math.Sqrt(2) * 2 / 1.862732;
        Assert.Equal(10 - half, seen.Lower, 4);
        Assert.Equal(10 + half, seen.Upper, 4);
        Assert.Equal(new MedianDifference(1, 1, 1), MedianDifference.Between([5], [6, 6]));
    }

    [Fact]
    public void Cushnys_two_drugs_cannot_be_told_apart_by_welch()
    {
        // The same table, unpaired: t = −1.8608 with 17.776 degrees of freedom, p = 0.079.
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        Assert.False(SampleStatistics.Differ(first, second));
        Assert.True(SampleStatistics.Differ(first, [.. second.Select(x => x + 0.5)]));
    }

    [Fact]
    public void Three_iterations_tell_a_fan_out_from_a_loop() => Assert.True(SampleStatistics.Differ([83, 85, 84], [16600, 16700, 16650]));

    [Fact]
    public void Values_without_spread_are_compared_as_they_are()
    {
        Assert.False(SampleStatistics.Differ([5, 5], [5, 5]));
        Assert.True(SampleStatistics.Differ([5, 5], [6, 6]));
    }
}
