using BenchGate.Cli;
using BenchGate.Errors;
using BenchGate.Measuring;
using Benchmarks.Gate;
using Results.Gate;
using Results.Records;

namespace Tests.Gate.Measuring;

public class GatePlanTests
{
    [Theory]
    [InlineData(20, 600, 3.0, 20)]
    [InlineData(20, 67, 3.0, 20)]
    [InlineData(20, 60, 3.0, 18)]
    [InlineData(20, 4, 3.0, 1)]
    public void A_budget_has_room_for_so_many_pairs(int asked, double budget, double pair, int fit) =>
        Assert.Equal(fit, Plan(asked, budget).PairsWithin(TimeSpan.FromSeconds(pair)));

    [Fact]
    public void A_budget_without_room_for_a_pair_is_refused_with_what_would_do()
    {
        UsageException refused = Assert.Throws<UsageException>(
            () => Plan(20, 2).PairsWithin(TimeSpan.FromSeconds(3)));

        Assert.Contains("at least 67 s", refused.Message, StringComparison.Ordinal);
    }

    private static PairPlan Plan(int pairs, double budget) => new(pairs, TimeSpan.FromSeconds(budget), Seed: 1, new GateRules());

    [Fact]
    public void Cases_of_one_side_only_are_known_from_the_start()
    {
        CountedLaunch before = Counted("lost", "kept"), after = Counted("kept", "new");

        GateRun start = InterleavedGate.Start(BothSides.Plan(3), (BothSides.ThisBuild, before), (BothSides.ThisBuild, after));

        Assert.False(start.Complete);
        Assert.Equal(["kept", "new", "lost"], start.Cases.Select(one => one.Case));
        Assert.Equal(["lost", "kept"], start.Base.Planned);
        Assert.Equal(["kept", "new"], start.Head.Planned);
        Assert.Equal([true, false, true], start.Cases.Select(one => one.BaseCounters is not null));
        Assert.Equal([true, true, false], start.Cases.Select(one => one.HeadCounters is not null));

        static CountedLaunch Counted(params string[] ids) =>
            new(1, "hash", "gate", "kestrel", [], [.. ids.Select(id => new CountedCase(id, "", "", new GateCounters { Requests = 0 }))]);
    }

    [Fact]
    public void What_can_be_seen_grows_finer_with_the_pairs_and_is_nothing_below_the_floor()
    {
        var rules = new GateRules();
        int floor = Looks.Fewest(rules);

        Assert.Null(DetectableChange.Of(floor - 1, 8, rules));
        double?[] seen = [.. new[] { floor, 20, 50, 500 }.Select(pairs => DetectableChange.Of(pairs, 8, rules))];
        Assert.Equal(seen.OrderDescending(), seen);
        Assert.All(seen, visible => Assert.True(visible > rules.Threshold));
        Assert.True(seen[1] < 0.10, "20 pairs find 10 %");
    }

    [Theory]
    [InlineData("90s", 90.0)]
    [InlineData("10m", 600.0)]
    [InlineData("1.5h", 5400.0)]
    [InlineData("", null)]
    [InlineData("m", null)]
    [InlineData("10", null)]
    [InlineData("0s", null)]
    [InlineData("-1s", null)]
    [InlineData("25h", null)]
    [InlineData("NaNs", null)]
    [InlineData("1,5h", null)]
    public void A_time_is_typed_with_its_unit(string text, double? seconds) =>
        Assert.Equal(seconds, TypedDuration.TryParse(text, out TimeSpan time) ? time.TotalSeconds : null);
}
