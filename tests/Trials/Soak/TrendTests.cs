
namespace Tests.Trials.Soak;

public sealed class TrendTests
{
    /// <summary>Calculated by hand: residuals −1, 2, −1 (so s² = 6), Sxx = 2, t(0.975, 1) = 12.7062.</summary>
    [Fact]
    public void The_interval_is_the_slope_and_t_standard_errors_to_both_sides()
    {
        Trend trend = Trend.Of([(0, 0), (1, 4), (2, 2)])!;

        Assert.Equal(1, trend.Slope, tolerance: 1e-9);
        Assert.Equal(12.7062 * Math.Sqrt(3), trend.Upper - trend.Slope, tolerance: 1e-3);
        Assert.Equal(trend.Upper - trend.Slope, trend.Slope - trend.Lower, tolerance: 1e-9);
    }

    [Fact]
    public void Points_of_a_line_leave_no_doubt()
    {
        Trend trend = Trend.Of([(1, 3), (2, 5), (3, 7), (4, 9)])!;
        Assert.Equal(2, trend.Lower, tolerance: 1e-6);
        Assert.Equal(2, trend.Upper, tolerance: 1e-6);
    }

    [Fact]
    public void Two_points_or_one_place_say_nothing()
    {
        Assert.Null(Trend.Of([(1, 3), (2, 5)]));
        Assert.Null(Trend.Of([(1, 3), (1, 5), (1, 4)]));
    }
}
