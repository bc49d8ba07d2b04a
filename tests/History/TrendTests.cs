using System.Globalization;
using Results.Formatting;
using Results.Gate;
using Tests.Calibration;

namespace Tests.History;

public class TrendTests(ITestOutputHelper told)
{
    /// <summary>A test that takes successive runs for independent ones calls three quarters of such series changed.</summary>
    [Fact]
    public void Runs_that_resemble_each_other_are_no_change() => Assert.InRange(new SimulatedTrend(0.08, 0.5).Alarms(40).Seen, 0, 10);

    [Fact]
    public void A_clear_change_is_found_after_five_runs()
    {
        IReadOnlyList<int?> delays = new SimulatedTrend(0.01, 0).Delays(0.1, 40);
        Assert.DoesNotContain(null, delays);
        Assert.InRange(delays.Order().ElementAt(20)!.Value, 4, 5);
    }

    [Fact]
    public void A_wild_run_does_not_hide_a_change()
    {
        double[] values = [.. Enumerable.Range(0, 30).Select(i => (i < 20 ? 100 : 110) * (1 + (0.01 * Math.Sin(i * i))))];
        values[7] *= 1.6;
        Assert.Equal(20, Assert.Single(TrendChanges.Of(values, 0.05)).Index);
    }

    [Fact]
    [Trait("Length", "Long")]
    public void Few_unchanged_series_are_called_changed_and_real_changes_are_found_soon()
    {
        foreach ((double noise, double correlation, double goal) in
            new[] { (0.01, 0, 0.01), (0.08, 0, 0.05), (0.15, 0, 0.05), (0.08, 0.3, 0.10), (0.08, 0.5, 0.10), (0.08, 0.8, 0.2) })
        {
            Proportion alarms = new SimulatedTrend(noise, correlation).Alarms(2000);
            Tell($"noise {noise:0 %}, correlation {correlation:0.0}: {alarms.Seen} of {alarms.Of} series are called changed");
            Assert.InRange(alarms.Rate!.Value, 0, goal);
        }

        foreach ((double noise, double correlation, double change) in new[]
        {
            (0.01, 0, 0.06), (0.01, 0, 0.1), (0.01, 0.5, 0.1), (0.03, 0, 0.1), (0.08, 0, 0.1), (0.08, 0, 0.2), (0.08, 0.5, 0.2),
        })
        {
            int?[] delays = [.. new SimulatedTrend(noise, correlation).Delays(change, 1000).OrderBy(delay => delay ?? int.MaxValue)];
            string found = $"{Figures.Whole(delays.Count(delay => delay is not null))} of {Figures.Whole(delays.Length)}";
            string runs = $"{delays[500]?.ToString(CultureInfo.InvariantCulture) ?? "more than 30"} runs in the median";
            Tell($"noise {noise:0 %}, correlation {correlation:0.0}, change {change:0 %}: found in {found}, after {runs}");
        }
    }

    private void Tell(FormattableString line) => told.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
