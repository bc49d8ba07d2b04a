using System.Text.Json.Nodes;
using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Tests.ScenarioFiles;

public sealed class FaultReaderTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "kind": "connection-reset", "requests": "3" }""", "connection-reset for 3")]
    [InlineData("""{ "kind": "empty-reply", "requests": "3, 7, 10-20" }""", "empty-reply for 3, 7, 10-20")]
    [InlineData("""{ "kind": "body-cut-short", "probability": 0.25 }""", "body-cut-short with probability 0.25")]
    [InlineData("""{ "kind": "malformed-chunk", "probability": 1 }""", "malformed-chunk with probability 1")]
    [InlineData("""{ "kind": "stall", "probability": 0 }""", "stall with probability 0")]
    [InlineData("""{ "kind": "stall", "ms": 1500, "requests": "1" }""", "stall of 1500 ms for 1")]
    [InlineData("""{ "kind": "status", "requests": "1" }""", "status 503 for 1")]
    [InlineData("""{ "kind": "status", "status": 500, "requests": "1" }""", "status 500 for 1")]
    [InlineData("""{ "kind": "slow-drip", "ms": 12.5, "requests": "1" }""", "slow-drip of 12.5 ms for 1")]
    public void Each_kind_is_read(string json, string expected) => Assert.Equal(expected, $"{Assert.Single(Load(json).Faults)}");

    [Theory]
    [InlineData(
        """{ "kind": "crash", "requests": "1" }""", "$.faults[0].kind: found \"crash\"; allowed: one of \"connection-reset\", "
            + "\"empty-reply\", \"body-cut-short\", \"malformed-chunk\", \"stall\", \"status\", \"slow-drip\"")]
    [InlineData("""{ "kind": "stall" }""", "$.faults[0].requests: found neither requests nor probability; allowed: one of them")]
    [InlineData(
        """{ "kind": "stall", "requests": "1", "probability": 1 }""",
        "$.faults[0].requests: found both requests and probability; allowed: one of them")]
    [InlineData(
        """{ "kind": "stall", "requests": [1] }""",
        "$.faults[0].requests: found an array of 1; allowed: request numbers and ranges such as \"3, 7, 10-20\"")]
    [InlineData(
        """{ "kind": "stall", "requests": "9-3" }""",
        "$.faults[0].requests: found a range that falls; allowed: ranges from a smaller number to a larger one")]
    [InlineData(
        """{ "kind": "stall", "requests": "0" }""",
        "$.faults[0].requests: found request 0, which the scenario does not have; allowed: numbers from 1 to 20, the numbers of "
            + "requests.first and requests.count")]
    [InlineData(
        """{ "kind": "stall", "requests": "3, 20-21" }""",
        "$.faults[0].requests: found request 21, which the scenario does not have; allowed: numbers from 1 to 20, the numbers of "
            + "requests.first and requests.count")]
    [InlineData("""{ "kind": "stall", "probability": 1.5 }""", "$.faults[0].probability: found 1.5; allowed: a number from 0 to 1")]
    [InlineData(
        """{ "kind": "slow-drip", "requests": "1" }""",
        "$.faults[0].ms: found nothing (the object has kind, requests); allowed: a number from 0 to 60,000 (milliseconds)")]
    [InlineData(
        """{ "kind": "status", "status": 200, "requests": "1" }""",
        "$.faults[0].status: found 200; allowed: a whole number from 400 to 599")]
    [InlineData(
        """{ "kind": "empty-reply", "ms": 3, "requests": "1" }""",
        "$.faults[0].ms: found an unknown field; allowed: kind, probability, requests")]
    [InlineData("""{ "kind": "stall", "requests": "1" }, 7""", "$.faults[1]: found 7; allowed: an object")]
    public void A_wrong_fault_is_named_with_its_place(string json, string expected) =>
        Assert.EndsWith(": " + expected, Assert.Throws<ScenarioException>(() => Load(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Requests_for_one_path_cannot_have_faults() => Assert.EndsWith(
        "$.faults: found faults for requests that share one path; allowed: none, unless requests.path has {n}",
        Assert.Throws<ScenarioException>(() => Load("""{ "kind": "stall", "requests": "1" }""", path: "/items")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_first_fault_that_strikes_counts()
    {
        Scenario scenario = Load("""{ "kind": "status", "requests": "2-3" }, { "kind": "stall", "requests": "3, 4" }""");
        Assert.Equal(
            [null, FaultKind.Status, FaultKind.Status, FaultKind.Stall, null],
            Enumerable.Range(1, 5).Select(number => scenario.FaultOf(number)?.Kind));
    }

    [Fact]
    public void A_probability_strikes_its_share_and_each_fault_others()
    {
        Scenario scenario = Load("""{ "kind": "status", "probability": 0.1 }, { "kind": "stall", "probability": 0.1 }""");
        FaultKind?[] struck = [.. Enumerable.Range(1, 20_000).Select(number => scenario.FaultOf(number)?.Kind)];

        // A tenth, and a tenth of the other nine: the standard deviation is 0.002.
        Assert.InRange(struck.Count(kind => kind == FaultKind.Status) / 20_000.0, 0.085, 0.115);
        Assert.InRange(struck.Count(kind => kind == FaultKind.Stall) / 20_000.0, 0.075, 0.105);
    }

    [Fact]
    public void The_seed_decides_whom_it_strikes_and_neither_order_nor_scale_does()
    {
        Scenario scenario = Load("""{ "kind": "status", "probability": 0.3 }""");
        int[] numbers = [.. Enumerable.Range(1, 200)];

        Assert.Equal(Struck(scenario, numbers), Struck(scenario, [.. numbers.Reverse()]));
        Assert.Equal(Struck(scenario, numbers), Struck(scenario.Scaled(0.1, 10), numbers));
        Assert.NotEqual(Struck(scenario, numbers), Struck(scenario with { Seed = 8 }, numbers));
    }

    [Fact]
    public void The_parameters_name_them_only_where_they_are()
    {
        Scenario with = Load("""{ "kind": "status", "requests": "2" }""");
        Assert.Equal(
            ("status 503 for 2", "10000 ms (not scaled)"),
            (ScenarioDescription.Of(with)["faults"], ScenarioDescription.Of(with)["time-out"]));
        Assert.DoesNotContain("faults", ScenarioDescription.Of(with with { Faults = [] }).Keys);
    }

    [Fact]
    public void The_schema_has_the_kinds_and_the_patterns_of_the_loader()
    {
        string text = File.ReadAllText(Path.Combine(ScenarioCatalog.BuiltInFolder, "scenario.schema.json"));
        JsonNode schema = JsonNode.Parse(text)!["properties"]!["faults"]!["items"]!;
        Assert.Equal(
            FaultKinds.All.Select(one => one.Name).Order(StringComparer.Ordinal),
            schema["oneOf"]!.AsArray().SelectMany(Kinds).Order(StringComparer.Ordinal));
        Assert.All(
            schema["oneOf"]!.AsArray(),
            one => Assert.Equal(ScenarioRules.RequestNumbers.Pattern, $"{one!["properties"]!["requests"]!["pattern"]}"));

        static IEnumerable<string> Kinds(JsonNode? one) => one!["properties"]!["kind"] switch
        {
            JsonObject kind when kind["const"] is { } only => [$"{only}"],
            var kind => kind!["enum"]!.AsArray().Select(name => $"{name}"),
        };
    }

    private static IEnumerable<int> Struck(Scenario scenario, int[] numbers) =>
        numbers.Where(number => scenario.FaultOf(number) is not null).Order();

    private Scenario Load(string faults, string path = "/items/{n}") => ScenarioFile.Load(_folder.Write("x.json", ScenarioFolder.Good
        .Replace("/items/{n}", path, StringComparison.Ordinal)
        .Replace("\"first\": 5", "\"first\": 1", StringComparison.Ordinal)
        .Replace("\"faults\": []", $"\"faults\": [{faults}]", StringComparison.Ordinal)));
}
