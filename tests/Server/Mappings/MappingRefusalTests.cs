using System.Text.Json.Nodes;
using Fixtures.Model;
using Fixtures.Server;

namespace Tests.Server.Mappings;

/// <summary>What a benchmark cannot be answered with is refused in one line with file and place, before anything is measured.</summary>
public sealed class MappingRefusalTests : IDisposable
{
    private readonly MappedScenario _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("Response", "Delay", "50", "latency")]
    [InlineData("Response", "delay", "0", "latency")]
    [InlineData("Response", "MinimumRandomDelay", "5", "latency")]
    [InlineData("Response", "MaximumRandomDelay", "5", "latency")]
    [InlineData("Response", "Fault", """{ "Type": "EMPTY_RESPONSE" }""", "faults")]
    [InlineData("Response", "ProxyUrl", "\"http://127.0.0.1:9\"", "must not call another server")]
    [InlineData("", "Webhook", """{ "Request": { "Url": "http://127.0.0.1:9" } }""", "must not call another server")]
    [InlineData("", "Webhooks", """[{ "Request": { "Url": "http://127.0.0.1:9" } }]""", "must not call another server")]
    [InlineData("", "Scenario", "\"basket\"", "same response")]
    [InlineData("", "Probability", "0.5", "same response")]
    [InlineData("", "TimeSettings", """{ "TTL": 60 }""", "same response")]
    public void A_field_that_a_benchmark_cannot_have_says_where_it_belongs(string parent, string field, string value, string where)
    {
        JsonObject mapping = MappedScenario.Mapping("/a");
        (parent.Length == 0 ? mapping : mapping[parent]!.AsObject())[field] = JsonNode.Parse(value);
        string file = _shop.Write("a.json", mapping);

        ScenarioException refused = Refused("/a");

        Assert.Equal(file, refused.File);
        Assert.Equal($"$.{parent}.{field}".Replace("..", ".", StringComparison.Ordinal), refused.JsonPath, ignoreCase: true);
        Assert.Contains(where, refused.Allowed, StringComparison.Ordinal);
    }

    /// <summary>WireMock.Net would skip it: a mapping whose path is misspelt would answer everything.</summary>
    [Theory]
    [InlineData("urlPath", "$[1].Request.urlPath")]
    [InlineData("method", "$[1].Request.method")]
    public void A_field_that_WireMock_does_not_know_is_named_with_its_place(string field, string place)
    {
        JsonObject second = MappedScenario.Mapping("/b");
        second["Request"]![field] = "GET";
        string file = _shop.Write("both.json", new JsonArray(MappedScenario.Mapping("/a"), second));

        ScenarioException refused = Refused("/a");

        Assert.Equal((file, place), (refused.File, refused.JsonPath));
        Assert.Contains(field, refused.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "invalid JSON")]
    [InlineData("7", "7")]
    [InlineData("""{ "Response": {} }""", "Request")]
    [InlineData("[null]", "null")]
    public void A_file_that_is_no_mapping_is_named(string text, string found)
    {
        string file = _shop.Write("a.json", text);

        ScenarioException refused = Refused("/a");

        Assert.Equal(file, refused.File);
        Assert.Contains(found, refused.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_no_mapping_answers_is_named_with_its_place()
    {
        _shop.Write("a.json", MappedScenario.Mapping("/a"));

        ScenarioException refused = Refused("/a", """{ "method": "POST", "path": "/a", "body": 1 }""");

        Assert.Equal("$.requests.list[1]", refused.JsonPath);
        Assert.Contains("POST /a", refused.Found, StringComparison.Ordinal);
        Assert.EndsWith("shop.json", refused.File, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_changes_is_none()
    {
        JsonObject mapping = MappedScenario.Mapping("/a");
        mapping["Response"] = new JsonObject { ["UseTransformer"] = true, ["Body"] = "{{Random Type=\"Guid\"}}" };
        _shop.Write("a.json", mapping);

        Assert.Contains("two different responses", Refused("/a").Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_is_no_JSON_although_it_says_so_is_none()
    {
        JsonObject mapping = MappedScenario.Mapping("/a");
        mapping["Response"]!.AsObject().Remove("BodyAsJson");
        mapping["Response"]!["Body"] = "{ half";
        _shop.Write("a.json", mapping);

        Assert.Contains("application/json", Refused("/a").Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_mappings_with_one_Guid_one_would_be_lost()
    {
        JsonObject first = MappedScenario.Mapping("/a"), second = MappedScenario.Mapping("/b");
        const string guid = "9a7d1e2c-3a54-4c33-9d21-0d2f3e4a5b6c";
        (first["Guid"], second["Guid"]) = (guid, guid);
        _shop.Write("a.json", first);
        _shop.Write("b.json", second);

        Assert.Contains("kept 1", Refused("/a").Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret.html")]
    [InlineData("missing.html")]
    public void A_body_in_a_file_lies_below_the_mappings(string body)
    {
        _shop.Write("../secret.html", "secret");
        JsonObject mapping = MappedScenario.Mapping("/a");
        mapping["Response"] = new JsonObject { ["BodyAsFile"] = body };
        _shop.Write("a.json", mapping);

        Assert.Equal("$.Response.BodyAsFile", Refused("/a").JsonPath);
    }

    [Fact]
    public void A_folder_without_mappings_is_none() => Assert.Equal("$.payload.mappings", Refused("/a").JsonPath);

    [Fact]
    public void The_other_server_says_which_one_is_needed()
    {
        _shop.Write("a.json", MappedScenario.Mapping("/a"));
        Scenario scenario = _shop.Load("/a");

        ScenarioException refused = Assert.Throws<ScenarioException>(() => FixtureServer.RequireHost(scenario, ServerHosts.Kestrel));

        Assert.Equal("$.payload.kind", refused.JsonPath);
        Assert.Contains("--server wiremock", refused.Message, StringComparison.Ordinal);
    }

    private ScenarioException Refused(params string[] list)
    {
        ScenarioException refused = Assert.Throws<ScenarioException>(() => ScenarioEndpoint.Of(_shop.Load(list)));
        Assert.DoesNotContain('\n', refused.Message);
        return refused;
    }
}
