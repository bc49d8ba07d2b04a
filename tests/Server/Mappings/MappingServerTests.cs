using System.Net;
using System.Text.Json.Nodes;
using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Endpoints;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;

namespace Tests.Server.Mappings;

/// <summary>Mapping files are answered by WireMock.Net itself, behind the scenario's latency.</summary>
public sealed class MappingServerTests : IDisposable
{
    private readonly MappedScenario _shop = new();
    private readonly RecordingClock _clock = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("orders-api")]
    [InlineData("pokeapi-mappings")]
    public async Task Each_strategy_brings_home_what_the_mappings_say(string id)
    {
        Scenario scenario = ScenarioCatalog.BuiltIn[id].Scaled(0.01, divisor: 2);
        FetchDigest expected = ExpectedResults.Digest(scenario, scenario.Requests.Numbers);
        using var clock = new LatencyClock();
        await using FixtureServer server = await FixtureServer.StartAsync(scenario, clock, kind: ServerHosts.WireMock);

        foreach (IFetchStrategy strategy in StrategyCatalog.General.Where(one => !one.Descriptor.BlocksOthers))
        {
            using var work = FetchWork.For(strategy, server.Addresses, scenario, scenario.Requests.Numbers);
            FetchResult[] fetched = await strategy.FetchAsync(work, CancellationToken.None);
            Assert.Equal((strategy.Descriptor.Id, expected), (strategy.Descriptor.Id, FetchDigest.Of(fetched)));
        }
    }

    [Fact]
    public void The_mapped_pokemon_are_those_of_the_second_article()
    {
        IEndpoint mapped = ScenarioEndpoint.Of(ScenarioCatalog.BuiltIn["pokeapi-mappings"]),
            made = ScenarioEndpoint.Of(ScenarioCatalog.BuiltIn["pokeapi"]);

        Assert.All(
            Enumerable.Range(1, 150),
            n => Assert.True(
                mapped.Answer(n).Body.Span.SequenceEqual(made.Answer(n).Body.Span) && mapped.NameOf(n) == made.NameOf(n), $"Pokémon {n}"));
    }

    /// <summary>What asks for the same is told apart by its order; a path, its query and the method are not the same.</summary>
    [Fact]
    public async Task Each_listed_request_waits_for_the_latency_of_its_number()
    {
        JsonObject post = MappedScenario.Mapping("/a");
        post["Request"]!["Methods"] = new JsonArray("POST");
        _shop.Write("a.json", new JsonArray(MappedScenario.Mapping("/a"), post));
        string twice = """{ "method": "POST", "path": "/a", "body": { "n": 1 } }""";
        Scenario scenario = _shop.Load("/a", twice, "/a?page=2", twice);
        await using Served served = await Served.StartAsync(scenario, _clock, ServerHosts.WireMock);

        (string, string)[] sent = [("GET", "/a?page=2"), ("POST", "/a"), ("GET", "/a"), ("POST", "/a"), ("POST", "/a")];
        foreach ((string method, string path) in sent)
        {
            Task<HttpResponseMessage> answer = served.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), served.At(path)));
            await _clock.Manual.WhenPendingAsync(1).WaitAsync(TimeSpan.FromSeconds(30));
            _clock.Manual.Advance(Served.Ms(100));
            using HttpResponseMessage response = await answer;
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(((int[])[3, 2, 1, 4, 2]).Select(scenario.OfferedLatency), _clock.Asked);
    }

    [Fact]
    public async Task What_is_not_listed_is_answered_at_once()
    {
        _shop.Write("a.json", new JsonArray(MappedScenario.Mapping("/a"), MappedScenario.Mapping("/b")));
        await using Served served = await Served.StartAsync(_shop.Load("/a"), _clock, ServerHosts.WireMock);

        using HttpResponseMessage mapped = await served.GetAsync("/b"), unknown = await served.GetAsync("/c");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (mapped.StatusCode, unknown.StatusCode));
        Assert.Empty(_clock.Asked);
    }

    [Fact]
    public async Task A_body_may_lie_in_a_file_beside_the_mappings()
    {
        JsonObject mapping = MappedScenario.Mapping("/a");
        mapping["Response"] =
            new JsonObject { ["Headers"] = new JsonObject { ["Content-Type"] = "text/html" }, ["BodyAsFile"] = "bodies/page.html" };
        _shop.Write("a.json", mapping);
        _shop.Write("bodies/page.html", "<p>page</p>");
        await using Served served = await Served.StartAsync(_shop.Load("/a"), new TaskDelayClock(), ServerHosts.WireMock);

        Assert.Equal("<p>page</p>", await served.Client.GetStringAsync(served.At("/a")));
    }

    /// <summary>Two runs are compared only if what was served is the same.</summary>
    [Fact]
    public void The_reports_tell_how_many_mappings_there_are_and_other_content_is_other_work()
    {
        _shop.Write("a.json", MappedScenario.Mapping("/a"));
        Scenario before = _shop.Load("/a", "/a");
        _shop.Write("a.json", MappedScenario.Mapping("/a", name: "other"));
        Scenario after = _shop.Load("/a", "/a");

        Assert.StartsWith("wiremock shop, 1 mapping, ", ScenarioDescription.Of(before)["payload"], StringComparison.Ordinal);
        Assert.StartsWith("list of 2 (2 GET), ", ScenarioDescription.Of(before)["path"], StringComparison.Ordinal);
        Assert.NotEqual(ScenarioDescription.ContentHash(before), ScenarioDescription.ContentHash(after));
    }
}
