using Results.Formatting;
using Results.Gate;
using Tests.Calibration;

namespace Tests.Gate;

public class ReferenceRateTests(ITestOutputHelper told)
{
    private static readonly GateRules s_rules = new();

    /// <summary>A comparison of the iterations of two runs calls nearly all such runs slower.</summary>
    [Theory]
    [InlineData(0.04)]
    [InlineData(0.15)]
    public void With_nothing_learnt_no_time_is_slower(double noise) =>
        Assert.Equal(0, new SimulatedReference(noise, 0, Kept: 9).Alarms(40, s_rules).Seen);

    /// <summary>A rule that takes successive runs for independent ones gives an alarm in six of 100 such runs.</summary>
    [Fact]
    public void Runs_that_resemble_each_other_give_few_alarms() =>
        Assert.InRange(new SimulatedReference(0.08, 0.6, Kept: 20).Alarms(150, s_rules).Seen, 0, 4);

    /// <summary>A comparison with one run finds 30 of 100.</summary>
    [Fact]
    public void The_mean_of_ten_kept_runs_shows_seven_percent_on_a_quiet_machine() =>
        Assert.InRange(new SimulatedReference(0.01, 0, Kept: 10).Found(60, s_rules).Seen, 36, 60);

    [Fact]
    [Trait("Length", "Long")]
    public void Unchanged_runs_are_called_slower_as_rarely_as_the_rule_says()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        foreach (SimulatedReferenceRow row in SimulatedReference.Rows(10_000, 1000, s_rules, KeptFigures.None, stop))
        {
            (SimulatedReference cell, (double low, double high)) = (row.Cell, row.Alarms.Interval!.Value);
            told.WriteLine($"{Figures.Whole(cell.Kept)} kept runs, correlation {Figures.Fixed(cell.Correlation, 1)}, noise "
                + $"{Figures.Fixed(cell.Noise * 100, 0)} %{(cell.HeavyTailed ? ", heavy tails" : "")}: alarms {row.Alarms.Seen} of "
                + $"{row.Alarms.Of} ({Figures.Fixed(low * 100, 2)} … {Figures.Fixed(high * 100, 2)} %), found {row.Found.Seen} of "
                + $"{row.Found.Of}");
            if (cell.Kept < 10)
                Assert.Equal(0, row.Alarms.Seen);
            else if (!cell.HeavyTailed)
                Assert.InRange(row.Alarms.Rate!.Value, 0, s_rules.Alpha);
        }
    }
}
