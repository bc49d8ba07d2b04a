using Benchmarks.Limits;

namespace Tests.Limits;

public sealed class LineFitTests
{
    [Fact]
    public void Points_of_a_line_give_that_line()
    {
        var line = LineFit.Of([(100, 62.5), (1_000, 85), (10_000, 310)]);

        Assert.Equal(60, line.Intercept, tolerance: 1e-9);
        Assert.Equal(0.025, line.Slope, tolerance: 1e-12);
    }

    [Fact]
    public void Points_beside_a_line_pull_it_to_both_sides_alike()
    {
        var line = LineFit.Of([(0, 1), (0, 3), (10, 11), (10, 13)]);

        Assert.Equal((2, 1), (line.Intercept, line.Slope));
    }
}
