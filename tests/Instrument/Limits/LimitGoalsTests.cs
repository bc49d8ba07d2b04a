using Benchmarks.Instrument.Limits;
using Benchmarks.Instrument.Servers;
using Fixtures.Server;
using Results.Records;

namespace Tests.Instrument.Limits;

/// <summary>Each goal is reached by good figures, and missed by figures just outside its bound.</summary>
public sealed class LimitGoalsTests
{
    [Theory]
    [InlineData(60.9, true)]
    [InlineData(61.1, false)]
    public void An_efficiency_is_the_bound_over_the_median(double medianMs, bool ok)
    {
        CheckRecord goal = Only("when-all-150", medianMs);

        Assert.Equal(57.3 / medianMs, goal.Value!.Value, tolerance: 1e-9);
        Assert.Equal((">= 0.94", ok), (goal.Bound, goal.Ok));
    }

    [Theory]
    [InlineData(69, true)] // 34.5 µs each
    [InlineData(71, false)]
    public void Requests_without_latency_are_judged_by_the_time_of_each(double medianMs, bool ok)
    {
        CheckRecord goal = Only("sequential-0ms", medianMs);

        Assert.Equal(medianMs / 2, goal.Value!.Value, tolerance: 1e-9);
        Assert.Equal(ok, goal.Ok);
    }

    [Fact]
    public void The_marginal_cost_is_the_slope_between_a_thousand_and_ten_thousand()
    {
        CheckRecord goal = LimitGoals.Of([Measured("when-all-1000", 80), Measured("when-all-10000", 260)])
            .Single(record => record.Name == "kestrel-when-all-10000-marginal");

        Assert.Equal((20, "µs", true), (goal.Value!.Value, goal.Unit, goal.Ok));
    }

    [Theory]
    [InlineData("when-all-150", 62.0, true)]
    [InlineData("when-all-150", 62.5, false)]
    [InlineData("when-all-1000", 81.5, true)]
    [InlineData("when-all-1000", 82.5, false)]
    public void WireMock_has_bounds_of_its_own(string name, double medianMs, bool ok)
    {
        CheckRecord goal = Assert.Single(LimitGoals.Of([Measured(name, medianMs, ServerHosts.WireMock)]));

        Assert.Equal(($"wiremock-{name}-efficiency", ok), (goal.Name, goal.Ok));
    }

    [Theory]
    [InlineData(7.9, 8.9, true, true)]
    [InlineData(8.1, 9.1, false, false)]
    public void What_a_request_costs_above_the_other_server_is_a_difference(double us, double kb, bool fast, bool small)
    {
        ServerFigures kestrel = new(new ServerSubject(ServerHosts.Kestrel), 40, 0, 1024, 0, 60);
        ServerFigures wiremock =
            kestrel with { Subject = new ServerSubject(ServerHosts.WireMock), RequestUs = 40 + us, ServerBytes = 1024 + (kb * 1024) };

        Assert.Equal([fast, small], LimitGoals.Of([kestrel, wiremock]).Select(goal => goal.Ok));
    }

    [Fact]
    public void Nothing_measured_is_nothing_judged() => Assert.Empty(LimitGoals.Of((IReadOnlyList<FetchMeasurement>)[]));

    private static CheckRecord Only(string name, double medianMs) => Assert.Single(LimitGoals.Of([Measured(name, medianMs)]));

    private static FetchMeasurement Measured(string name, double medianMs, string server = ServerHosts.Kestrel)
    {
        FetchGoal goal = FetchGoal.All.Single(one => one.Name == name) with { Server = server };
        return new FetchMeasurement(goal, TimeSpan.FromMilliseconds(goal.OfferedMs), [medianMs], 1, 1, 1);
    }
}
