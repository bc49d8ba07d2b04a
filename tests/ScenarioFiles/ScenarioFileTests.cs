using System.Text;
using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Tests.ScenarioFiles;

public sealed class ScenarioFileTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_articles_seconds_are_read_by_strategy_and_are_not_scaled()
    {
        Scenario scenario =
            ScenarioFile.Load(_folder.Write(
                "small-pages.json", ScenarioFolder.Good.Replace(
                    "\"seed\"", "\"articleSeconds\": { \"when-all\": 1.5, \"single\": 2 }, \"seed\"", StringComparison.Ordinal)));

        Assert.Equal(
            [("single", 2), ("when-all", 1.5)], scenario.Scaled(0.1, 10).ArticleSeconds.Select(one => (one.Key, one.Value)).Order());
        Assert.Equal(
            ScenarioDescription.Of(scenario), ScenarioDescription.Of(ScenarioFile.Load(_folder.Write("same.json", ScenarioFolder.Good))));
    }

    [Fact]
    public void Every_field_is_read()
    {
        Scenario scenario = ScenarioFile.Load(_folder.Write("small-pages.json", ScenarioFolder.Good));

        Assert.Equal(new Scenario(
            "small-pages",
            "Small pages",
            new RequestPlan("/items/{n}", 5, 20),
            new HtmlPayload(2000),
            new FixedLatency(TimeSpan.FromTicks(125_000)),
            7,
            TimeSpan.FromMilliseconds(3))
        { Capacity = 4 },
            scenario);
    }

    [Fact]
    public void Absent_fields_take_their_defaults()
    {
        Scenario scenario = ScenarioFile.Load(_folder.Write("least.json", """
            {"requests":{"path":"/","count":1},"payload":{"kind":"pokemon","size":"full"},"latency":{"kind":"fixed","ms":0}}
            """));

        Assert.Equal(new Scenario(
            "least",
            "least",
            new RequestPlan("/", 1, 1),
            new PokemonPayload(PokemonSize.Full),
            new FixedLatency(TimeSpan.Zero),
            1,
            TimeSpan.Zero),
            scenario);
    }

    public static TheoryData<string, LatencyDistribution> Latencies => new()
    {
        { """{"kind":"fixed","ms":57.3}""", new FixedLatency(TimeSpan.FromTicks(573_000)) },
        {
            """{"kind":"uniform","minMs":10,"maxMs":10}""",
            new UniformLatency(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10))
        },
        { """{"kind":"lognormal","medianMs":50,"sigma":0.5}""", new LogNormalLatency(TimeSpan.FromMilliseconds(50), 0.5) },
        {
            """{"kind":"bimodal","ms":20,"slowMs":200,"slowPercent":2.5}""",
            new BimodalLatency(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(200), 2.5)
        },
    };

    [Theory]
    [MemberData(nameof(Latencies))]
    public void Each_latency_kind_is_read(string json, LatencyDistribution expected)
    {
        string text = ScenarioFolder.Good.Replace("""{ "kind": "fixed", "ms": 12.5 }""", json, StringComparison.Ordinal);
        Assert.Equal(expected, ScenarioFile.Load(_folder.Write("x.json", text)).Latency);
    }

    [Theory]
    [InlineData("\"seed\": 7", "\"seed\": 9007199254740991", 9_007_199_254_740_991)]
    [InlineData("\"seed\": 7", "\"seed\": 2e1", 20)]
    [InlineData("\"seed\": 7", "\"seed\": 3.0", 3)]
    public void Whole_numbers_may_be_written_in_any_way_that_JSON_knows(string place, string replacement, long expected)
    {
        string text = ScenarioFolder.Good.Replace(place, replacement, StringComparison.Ordinal);
        Assert.Equal((ulong)expected, ScenarioFile.Load(_folder.Write("x.json", text)).Seed);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        string path = _folder.Write("x.json", "");
        File.WriteAllText(path, ScenarioFolder.Good, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal("Small pages", ScenarioFile.Load(path).Title);
    }

    [Fact]
    public void The_built_in_scenarios_are_those_of_the_articles()
    {
        var catalog = ScenarioCatalog.Load(ScenarioCatalog.BuiltInFolder);

        Scenario baidu = catalog["baidu"];
        Assert.Equal((new RequestPlan("/", 1, 200), new HtmlPayload(2381)), (baidu.Requests, baidu.Payload));
        Assert.Equal(TimeSpan.FromMilliseconds(83), baidu.OfferedLatency(1) + baidu.ConnectDelay);

        Scenario pokeapi = catalog["pokeapi"];
        Assert.Equal("/api/v2/pokemon/150", pokeapi.Requests.PathOf(pokeapi.Requests.Numbers.Last()));
        Assert.Equal(TimeSpan.FromTicks(573_000), pokeapi.OfferedLatency(150));
    }
}
