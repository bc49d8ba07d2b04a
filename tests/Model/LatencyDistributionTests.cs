using System.Globalization;
using Fixtures.Model;

namespace Tests.Model;

public sealed class LatencyDistributionTests
{
    private static readonly TimeSpan s_ms10 = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_ms50 = TimeSpan.FromMilliseconds(50);

    public static TheoryData<LatencyDistribution> All =>
        [
            new FixedLatency(s_ms10),
            new UniformLatency(s_ms10, s_ms50),
            new LogNormalLatency(s_ms50, 0.5),
            new BimodalLatency(s_ms10, s_ms50, 5),
            new PercentilesLatency(s_ms10, s_ms50),
            new NormalLatency(s_ms50, s_ms10),
            new EmpiricalLatency("times.csv", [s_ms50, s_ms10]),
        ];

    [Theory]
    [InlineData(0.001, 10.04)]
    [InlineData(0.5, 30)]
    [InlineData(0.75, 40)]
    public void Uniform_latency_lies_evenly_between_its_limits(double u, double expectedMs) =>
        Assert.Equal(expectedMs, new UniformLatency(s_ms10, s_ms50).Quantile(u).TotalMilliseconds, 4);

    [Theory]
    [InlineData(0.9499, 10)]
    [InlineData(0.9501, 50)]
    public void The_slow_share_of_a_bimodal_latency_is_the_upper_one(double u, double expectedMs) =>
        Assert.Equal(expectedMs, new BimodalLatency(s_ms10, s_ms50, 5).Quantile(u).TotalMilliseconds);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 1000)]
    [InlineData(20, 195)]
    public void About_the_asked_share_of_the_requests_is_slow(double percent, int expected)
    {
        var latency = new BimodalLatency(s_ms10, s_ms50, percent);
        int slow = Enumerable.Range(1, 1000).Count(n => latency.Quantile(SeededDraw.Unit(1, n)) == s_ms50);
        Assert.InRange(slow, expected - 25, expected + 25);
    }

    // Expected: median * exp(sigma * z) with z of the usual tables.
    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.841344746068543, 82.436064)]
    [InlineData(0.99, 160.0037)]
    [InlineData(0.01, 15.6246)]
    public void Lognormal_latency_has_the_quantiles_of_the_table(double u, double expectedMs) =>
        Assert.Equal(expectedMs, new LogNormalLatency(s_ms50, 0.5).Quantile(u).TotalMilliseconds, 0.01);

    [Theory]
    [InlineData(0.5, 10)]
    [InlineData(0.99, 50)]
    [InlineData(0.01, 2)]
    [InlineData(0.841344746068543, 19.9737)] // 10 × 5^(1 / 2.3263479)
    public void A_latency_of_percentiles_has_these_percentiles(double u, double expectedMs) =>
        Assert.Equal(expectedMs, new PercentilesLatency(s_ms10, s_ms50).Quantile(u).TotalMilliseconds, 0.001);

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.975, 69.5996)]
    [InlineData(0.841344746068543, 60)]
    [InlineData(1e-9, 0)]
    public void A_normal_latency_has_the_quantiles_of_the_table_and_is_never_below_0(double u, double expectedMs) =>
        Assert.Equal(expectedMs, new NormalLatency(s_ms50, s_ms10).Quantile(u).TotalMilliseconds, 0.001);

    [Theory]
    [InlineData(0.0001, 10)]
    [InlineData(0.25, 10)]
    [InlineData(0.2501, 20)]
    [InlineData(0.75, 20)]
    [InlineData(0.7501, 50)]
    [InlineData(0.9999, 50)]
    public void A_measured_latency_is_one_of_the_times(double u, double expectedMs) => Assert.Equal(
        expectedMs,
        new EmpiricalLatency("times.csv", [s_ms50, s_ms10 * 2, s_ms10, s_ms10 * 2]).Quantile(u).TotalMilliseconds);

    [Fact]
    public void A_tail_ends_at_its_cap()
    {
        LatencyDistribution[] capped =
        [
            new LogNormalLatency(s_ms10, 2) { Cap = s_ms50 },
            new PercentilesLatency(s_ms10, s_ms50) { Cap = s_ms50 },
            new NormalLatency(s_ms10, s_ms50) { Cap = s_ms50 },
        ];
        Assert.All(capped, latency => Assert.Equal(s_ms50, latency.Quantile(0.9999)));
        Assert.All(capped, latency => Assert.Equal(s_ms50 / 10, latency.Scaled(0.1).Quantile(0.9999)));
    }

    [Theory]
    [InlineData(5, 1 - 1e-15)]
    [InlineData(5, 0.9999)]
    public void No_lognormal_latency_is_longer_than_a_minute(double sigma, double u) =>
        Assert.Equal(TimeSpan.FromMinutes(1), new LogNormalLatency(TimeSpan.FromSeconds(50), sigma).Quantile(u));

    // Python 3: statistics.NormalDist().inv_cdf(u)
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.3, -0.5244005127080409)]
    [InlineData(0.0751, -1.4388253927525398)]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.0001, -3.7190164854557084)]
    [InlineData(1e-12, -7.034483825301131)]
    [InlineData(1e-16, -8.222082216130437)]
    public void The_normal_quantile_is_exact_to_seven_digits(double u, double expected) =>
        Assert.Equal(expected, NormalQuantile.Of(u), 1e-6);

    [Theory]
    [MemberData(nameof(All))]
    public void Quantiles_never_fall_and_scaling_multiplies_them(LatencyDistribution latency)
    {
        TimeSpan before = TimeSpan.Zero;
        for (int percent = 1; percent < 100; percent++)
        {
            TimeSpan value = latency.Quantile(percent / 100.0);
            Assert.True(value >= before);
            Assert.Equal(value.TotalMilliseconds / 4, latency.Scaled(0.25).Quantile(percent / 100.0).TotalMilliseconds, 0.001);
            before = value;
        }
    }

    [Fact]
    public void Scaling_multiplies_the_longest_lognormal_latency_too() =>
        Assert.Equal(TimeSpan.FromSeconds(6), new LogNormalLatency(TimeSpan.FromSeconds(50), 5).Scaled(0.1).Quantile(0.99));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_text_is_the_same_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("fixed 57.3 ms", new FixedLatency(TimeSpan.FromTicks(573_000)).ToString());
            Assert.Equal("uniform 10 ms to 50 ms", new UniformLatency(s_ms10, s_ms50).ToString());
            Assert.Equal("lognormal median 50 ms, sigma 0.5, at most 60000 ms", new LogNormalLatency(s_ms50, 0.5).ToString());
            Assert.Equal("bimodal 10 ms, 2.5% slow at 50 ms", new BimodalLatency(s_ms10, s_ms50, 2.5).ToString());
            Assert.Equal("percentiles 50% 10 ms, 99% 50 ms, at most 60000 ms", new PercentilesLatency(s_ms10, s_ms50).ToString());
            Assert.Equal(
                "normal mean 50 ms, standard deviation 0.5 ms, from 0 ms to at most 60000 ms",
                new NormalLatency(s_ms50, TimeSpan.FromMilliseconds(0.5)).ToString());
            Assert.Matches(
                "^empirical t.csv, 1 times from 2.5 ms to 2.5 ms, [0-9a-f]{8}$",
                new EmpiricalLatency("t.csv", [TimeSpan.FromMilliseconds(2.5)]).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
