using System.Text.Json.Nodes;
using Fixtures.Endpoints;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;
using Tests.ScenarioFiles;
using Tests.Server;

namespace Tests.Field;

/// <summary>
/// The reader and the schema say the same about a file, and what they accept can be served. An editor marks what the reader would refuse.
/// </summary>
public sealed class ScenarioRuleTests : IDisposable
{
    private const int Files = 2_000;

    private static readonly JsonObject s_schema =
        JsonNode.Parse(File.ReadAllText(Path.Combine(ScenarioCatalog.BuiltInFolder, "scenario.schema.json")))!.AsObject();

    // A schema cannot compare two fields, and sees no other file.
    private static readonly string[] s_onlyReader =
    [
        "faults for requests that share one path", "which the scenario does not have", "a range that falls", "twice in the list",
        "no mapping in", "cannot be read",
    ];

    private readonly ScenarioFolder _folder = new();

    public ScenarioRuleTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "orders"));
        _folder.Write("orders/a.json", "{}");
        _folder.Write("times.csv", "12.5");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reader_and_schema_accept_the_same_files()
    {
        var borders = new SchemaBorders(new Random(2026));
        (int accepted, int refused) = (0, 0);
        for (int i = 0; i < Files; i++)
        {
            JsonNode? file = borders.Value(s_schema);
            string text = file?.ToJsonString() ?? "null";
            bool valid = SchemaJudge.Accepts(s_schema, JsonNode.Parse(text));
            (Scenario? read, ScenarioException? error) = Read(text);
            if (valid && error is not null && IsOnlyReader(error))
                continue;
            Assert.True(valid == (error is null), $"the schema says {valid}, the reader {error?.Message ?? "accepts it"}: {text}");
            (accepted, refused) = valid ? (accepted + 1, refused) : (accepted, refused + 1);
            if (read is { Payload: not WireMockPayload })
                _ = EndpointFactory.Create(read.Payload);
        }

        Assert.True(accepted > Files / 20 && refused > Files / 20, $"{accepted} accepted, {refused} refused: one of them is hardly tried");
    }

    [Theory]
    [InlineData("\"bytes\": 2000", "\"bytes\": 64", "512 to 10,000,000")]
    [InlineData("\"bytes\": 2000", "\"bytes\": 511", "512 to 10,000,000")]
    [InlineData("/items/{n}", "/__fixture/items/{n}", "not below /__fixture/")]
    [InlineData("\"faults\": []", "\"faults\": [{ \"kind\": \"stall\", \"requests\": \"4\" }]", "numbers from 5 to 24")]
    [InlineData("\"faults\": []", "\"faults\": [{ \"kind\": \"stall\", \"requests\": \"5, 20-25\" }]", "numbers from 5 to 24")]
    [InlineData("Small pages", "   ", "not only spaces")]
    [InlineData("Small pages", "\\u00a0\\u200b\\ufeff", "not only spaces")]
    public void What_cannot_be_served_or_read_is_refused_in_one_line(string place, string replacement, string allowed)
    {
        (_, ScenarioException? error) = Read(ScenarioFolder.Good.Replace(place, replacement, StringComparison.Ordinal));
        Assert.Contains(allowed, error?.Allowed, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error!.Message);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void An_emoji_is_one_character_of_a_title(int count, bool allowed)
    {
        string title = string.Concat(Enumerable.Repeat("\U0001F600", count));
        (Scenario? read, ScenarioException? error) = Read(ScenarioFolder.Good.Replace("Small pages", title, StringComparison.Ordinal));

        Assert.Equal(allowed, error is null);
        Assert.Equal(allowed ? title : null, read?.Title);
        Assert.Equal(allowed, SchemaJudge.Accepts(s_schema["properties"]!["title"]!, title));
    }

    /// <summary>Also with the longest method and number, and by a server that other machines can reach.</summary>
    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_longest_path_is_served_and_a_longer_one_is_refused(string host)
    {
        string path = "/{n}/" + new string('a', 4_000 - "/{n}/".Length);
        string file = ScenarioFolder.Good
            .Replace("\"/items/{n}\", \"first\": 5", $"\"{path}\", \"first\": 1000000, \"method\": \"DELETE\"", StringComparison.Ordinal)
            .Replace("12.5", "0", StringComparison.Ordinal);
        (Scenario? scenario, _) = Read(file);
        (_, ScenarioException? tooLong) = Read(file.Replace("/{n}/", "/{n}/a", StringComparison.Ordinal));
        Assert.Contains("at most 4,000 characters", tooLong?.Allowed, StringComparison.Ordinal);

        foreach (ListenOn listen in (ListenOn[])[ListenOn.Loopback, ListenOn.Loopback with { Address = System.Net.IPAddress.Any }])
        {
            await using FixtureServer server = await FixtureServer.StartAsync(scenario!, new TaskDelayClock(), listen, host);
            using HttpClient client = Served.NewClient();
            using HttpResponseMessage answer =
                await client.DeleteAsync(new Uri(server.Addresses.Http1, scenario!.Requests.PathOf(scenario.Requests.Numbers.Last())));
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        }
    }

    public static TheoryData<string> Hosts => [.. ServerHosts.Kinds];

    private static bool IsOnlyReader(ScenarioException error) =>
        s_onlyReader.Any(reason => error.Found.Contains(reason, StringComparison.Ordinal))
        || (error.JsonPath is "$.latency.maxMs" or "$.latency.slowMs" or "$.latency.p99Ms"
            && !error.Allowed.StartsWith("a number from 0 ", StringComparison.Ordinal)
            && !error.Allowed.StartsWith("a number from 0.001 ", StringComparison.Ordinal));

    private (Scenario? Read, ScenarioException? Error) Read(string text)
    {
        try
        {
            return (ScenarioFile.Load(_folder.Write("x.json", text)), null);
        }
        catch (ScenarioException error)
        {
            return (null, error);
        }
    }
}
