using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Model;
using Tests.Server;

namespace Tests.Strategies;

public sealed class StrategyResultTests
{
    public static TheoryData<string, string> All => StrategyTrial.ScenariosAndStrategies();

    [Theory]
    [InlineData("baidu")]
    [InlineData("pokeapi")]
    public async Task All_general_strategies_bring_the_same_digest_and_it_is_the_expected_one(string scenarioId)
    {
        await using StrategyTrial trial = await StrategyTrial.StartAsync(StrategyTrial.BuiltIn(scenarioId));
        FetchDigest expected = ExpectedResults.Digest(trial.Scenario, trial.Scenario.Requests.Numbers);

        foreach (IFetchStrategy strategy in StrategyCatalog.General)
            Assert.Equal((strategy.Descriptor.Id, expected), (strategy.Descriptor.Id, FetchDigest.Of(await trial.FetchAsync(strategy))));
    }

    [Theory]
    [MemberData(nameof(All), MemberType = typeof(StrategyResultTests))]
    public async Task Results_stand_in_the_order_of_the_requests_with_status_bytes_and_thread(string scenarioId, string strategyId)
    {
        Scenario spread = StrategyTrial.BuiltIn(scenarioId) with { Latency = new UniformLatency(TimeSpan.Zero, Served.Ms(20)) };
        await using StrategyTrial trial = await StrategyTrial.StartAsync(spread);

        FetchResult[] results = await trial.FetchAsync(StrategyCatalog.Find(strategyId));

        Assert.Equal(Enumerable.Range(0, spread.Requests.Count), results.Select(result => result.Index));
        Assert.Equal(trial.Names(), results.Select(result => result.Name));
        Assert.All(results, result =>
        {
            Assert.Equal(200, result.Status);
            Assert.True(result.Bytes > 1_000);
            Assert.True(result.ThreadId > 0);
        });
    }

    [Theory]
    [InlineData("sequential-sync")]
    [InlineData("sequential-await")]
    [InlineData("when-all")]
    public async Task A_hundred_and_fifty_names_come_back_in_order(string strategyId)
    {
        Scenario whole = StrategyTrial.BuiltIn("pokeapi", divisor: 1) with { Latency = new FixedLatency(TimeSpan.Zero) };
        await using StrategyTrial trial = await StrategyTrial.StartAsync(whole);

        string[] names = [.. (await trial.FetchAsync(StrategyCatalog.Find(strategyId))).Select(result => result.Name!)];

        Assert.Equal(150, names.Length);
        Assert.Equal(["bulbasaur", "ivysaur", "venusaur", "charmander"], names[..4]);
        Assert.Equal("pikachu", names[24]);
        Assert.Equal(["dragonair", "dragonite", "mewtwo"], names[^3..]);
        Assert.Equal(150, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_single_request_brings_mew()
    {
        await using StrategyTrial trial = await StrategyTrial.StartAsync(StrategyTrial.BuiltIn("pokeapi"));

        FetchResult mew = Assert.Single(await trial.FetchAsync(StrategyCatalog.Find("single"), [151]));

        Assert.Equal((0, 200, "mew"), (mew.Index, mew.Status, mew.Name));
        Assert.Equal(ExpectedResults.Digest(trial.Scenario, [151]), FetchDigest.Of([mew]));
    }

    [Fact]
    public async Task A_refused_request_shows_its_status_instead_of_a_name()
    {
        await using StrategyTrial trial = await StrategyTrial.StartAsync(Served.Items(3));

        foreach (IFetchStrategy strategy in StrategyCatalog.General)
        {
            FetchResult[] results = await trial.FetchAsync(strategy, [1, -1, 3]);
            Assert.Equal([(200, "item-1"), (404, null), (200, "item-3")], results.Select(result => (result.Status, result.Name)));
        }
    }
}
