using Benchmarks.Instrument.Limits;
using Benchmarks.Strategies;
using Fixtures.Server;
using Results.Records;
using Tests.Pages;

namespace Tests.Instrument.Limits;

public sealed class LimitsPageTests
{
    [Fact]
    public void The_marginal_cost_is_the_same_figure_in_the_goals_and_below_each_table()
    {
        FetchMeasurement[] fetches = [Measured(1_000, 79, 80, 81), Measured(10_000, 259, 260, 265)];
        var sweep = new ScalingSweep("when-all", ServerHosts.Kestrel, fetches, new Dictionary<int, double>());

        RunRecord run = Samples.Standard();
        string page = LimitsPage.Render(run.Host, run.Source, LimitGoals.Of(fetches), fetches, [], [sweep]);

        Assert.Contains("| kestrel-when-all-10000-marginal | 20.0 µs |", page, StringComparison.Ordinal);
        string[] told = [.. page.Split('\n').Where(line => line.StartsWith("when-all on kestrel: ", StringComparison.Ordinal))];
        Assert.Equal(2, told.Length);
        Assert.All(
            told, line => Assert.Contains("beyond the first thousand adds 20.0 µs (95 % interval: 19.", line, StringComparison.Ordinal));
    }

    private static FetchMeasurement Measured(int requests, params double[] ms)
    {
        var goal = new FetchGoal($"when-all-{requests}", new WhenAll(), requests, 57.3, 0, ms.Length) { Server = ServerHosts.Kestrel };
        return new FetchMeasurement(goal, TimeSpan.FromMilliseconds(57.3), ms, 1, 1, 1);
    }
}
