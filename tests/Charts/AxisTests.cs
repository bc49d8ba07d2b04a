using Results.Charts;
using Results.Formatting;

namespace Tests.Charts;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 10, "0 2 4 6 8 10")]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(0, 1878, "0 500 1000 1500")]
    [InlineData(-3, 4, "-2 0 2 4")]
    [InlineData(5, 5, "5 6 7 8 9 10")]
    public void Equal_steps_are_round(double from, double to, string expected) =>
        Assert.Equal(expected, string.Join(' ', Axis.Linear(from, to, v => Figures.Brief(v)!).Ticks.Select(t => t.Label)));

    [Theory]
    [InlineData(6, 1800, "10 100 1000")]
    [InlineData(6, 60, "10 20 50")]
    [InlineData(10, 12, "10 12")]
    [InlineData(3, 3, "3")]
    [InlineData(325, 370, "320 340 360 380")]
    public void Equal_ratios_are_round(double low, double high, string expected) =>
        Assert.Equal(expected, string.Join(' ', Axis.OfRatios([low, high, 0, -1], v => Figures.Brief(v)!).Ticks.Select(t => t.Label)));

    [Theory]
    [InlineData(57, 60, false)]
    [InlineData(10, 50, false)]
    [InlineData(10, 51, true)]
    [InlineData(0, 1, true)]
    public void Equal_steps_give_way_where_they_would_squeeze_the_small_values(double low, double high, bool ratios)
    {
        var axis = Axis.Fitting([high, low], v => Figures.Brief(v)!);

        Assert.Equal(ratios, axis.Logarithmic);
        Assert.Equal(ratios ? "time, logarithmic axis" : "time", axis.Name("time"));
        Assert.InRange(axis.Ticks.Count, ratios && low <= 0 ? 1 : 3, 8);
        Assert.All(((double[])[low, high]).Where(v => v > 0), v => Assert.InRange(axis.At(v), 0.5, 99.5));
    }

    [Fact]
    public void An_axis_of_nothing_has_a_place_for_what_is_not_there() => Assert.True(Axis.Fitting([], v => "").Logarithmic);

    [Fact]
    public void A_place_is_in_percent_of_the_width()
    {
        var linear = Axis.Linear(10, 20, v => "");
        Assert.Equal([0, 50, 100], [linear.At(10), linear.At(15), linear.At(20)]);
        var ratios = new Axis(1, 100, true, []);
        Assert.Equal([0, 50, 100], [ratios.At(1), ratios.At(10), ratios.At(100)]);
    }

    [Theory]
    [InlineData(0.5, "0.500 ns")]
    [InlineData(933_000_000, "933 ms")]
    [InlineData(999_600_000, "1.00 s")]
    [InlineData(15_380_000, "15.4 ms")]
    [InlineData(57_300, "57.3 µs")]
    [InlineData(17_900_000_000, "17.9 s")]
    public void A_duration_has_three_digits_and_its_unit(double ns, string expected) => Assert.Equal(expected, Duration.Text(ns));

    [Fact]
    public void A_density_is_highest_where_the_values_are()
    {
        IReadOnlyList<double> heights = Density.Of([1, 1.1, 0.9, 1.05, 5], 0, 6, 60);
        Assert.Equal(1, heights.Max());
        Assert.InRange(heights.ToList().IndexOf(1), 9, 11);
        Assert.All(heights, h => Assert.InRange(h, 0, 1));
        Assert.Empty(Density.Of([2, 2, 2, 2], 0, 4, 10));
    }
}
