using System.Text;
using Fixtures.Model;
using Fixtures.ScenarioFiles;

namespace Tests.ScenarioFiles;

/// <summary>Each wrong file gets one line: file, place, what was found, what is allowed.</summary>
public sealed class ScenarioErrorTests : IDisposable
{
    private const string Kinds =
        "one of \"fixed\", \"uniform\", \"lognormal\", \"bimodal\", \"percentiles\", \"normal\", \"empirical\"";

    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "\"seed\": 7", "\"sed\": 7", "$.sed: found an unknown field; allowed: $schema, title, note, requests, payload, latency, seed, "
            + "connectDelayMs, capacity, faults, timeoutMs, articleSeconds")]
    [InlineData("\"first\": 5", "\"frist\": 5", "$.requests.frist: found an unknown field; allowed: path, first, count, method, body")]
    [InlineData("\"ms\": 12.5", "\"ms\": 1, \"sigma\": 1", "$.latency.sigma: found an unknown field; allowed: kind, ms")]
    [InlineData("\"bytes\": 2000", "\"bytes\": 2000, \"size\": \"small\"", "$.payload.size: found an unknown field; allowed: kind, bytes")]
    [InlineData(
        "\"seed\": 7", "\"a\\nb\": 7", "$['a\\nb']: found an unknown field; allowed: $schema, title, note, requests, payload, latency, "
            + "seed, connectDelayMs, capacity, faults, timeoutMs, articleSeconds")]
    [InlineData(
        "\"ms\": 12.5",
        "\"milis\": 12.5",
        "$.latency.ms: found nothing (the object has kind, milis); allowed: a number from 0 to 60,000 (milliseconds)")]
    [InlineData(
        "\"path\": \"/items/{n}\", \"first\": 5, \"count\": 20", "", "$.requests.path: found nothing (the object is empty); allowed: a "
            + "path that starts with one '/', of letters, digits, -._~!$&'()*+,;=:@/ and escapes such as %2F of other characters, with a "
            + "query if there is one, and at most one {n}, without . or .. segments, not below /__fixture/, of at most 4,000 characters")]
    [InlineData(
        "\"kind\": \"fixed\", ",
        "",
        "$.latency.kind: found nothing (the object has ms); allowed: " + Kinds)]
    [InlineData("\"fixed\"", "\"Fixed\"", "$.latency.kind: found \"Fixed\"; allowed: " + Kinds)]
    [InlineData("\"html\"", "null", "$.payload.kind: found null; allowed: one of \"pokemon\", \"html\", \"json\", \"wiremock\"")]
    [InlineData("\"ms\": 12.5", "\"ms\": -3", "$.latency.ms: found -3; allowed: a number from 0 to 60,000 (milliseconds)")]
    [InlineData("\"ms\": 12.5", "\"ms\": 1e999", "$.latency.ms: found 1e999; allowed: a number from 0 to 60,000 (milliseconds)")]
    [InlineData("\"ms\": 12.5", "\"ms\": \"12.5\"", "$.latency.ms: found \"12.5\"; allowed: a number from 0 to 60,000 (milliseconds)")]
    [InlineData("\"ms\": 12.5", "\"ms\": null", "$.latency.ms: found null; allowed: a number from 0 to 60,000 (milliseconds)")]
    [InlineData(
        "\"kind\": \"fixed\", \"ms\": 12.5",
        "\"kind\": \"uniform\", \"minMs\": 10.5, \"maxMs\": 5",
        "$.latency.maxMs: found 5; allowed: a number from 10.5 to 60,000 (milliseconds)")]
    [InlineData(
        "\"kind\": \"fixed\", \"ms\": 12.5",
        "\"kind\": \"bimodal\", \"ms\": 10, \"slowMs\": 5",
        "$.latency.slowMs: found 5; allowed: a number from 10 to 60,000 (milliseconds)")]
    [InlineData(
        "\"kind\": \"fixed\", \"ms\": 12.5",
        "\"kind\": \"bimodal\", \"ms\": 10, \"slowMs\": 50, \"slowPercent\": 101",
        "$.latency.slowPercent: found 101; allowed: a number from 0 to 100 (percent)")]
    [InlineData(
        "\"kind\": \"fixed\", \"ms\": 12.5",
        "\"kind\": \"lognormal\", \"medianMs\": 10, \"sigma\": 5.1",
        "$.latency.sigma: found 5.1; allowed: a number from 0 to 5")]
    [InlineData(
        "\"kind\": \"fixed\", \"ms\": 12.5",
        "\"kind\": \"lognormal\", \"medianMs\": 10, \"sigma\": 1, \"maxMs\": 9",
        "$.latency.maxMs: found 9; allowed: a number from 10 to 60,000 (milliseconds)")]
    [InlineData(
        "\"kind\": \"fixed\", \"ms\": 12.5",
        "\"kind\": \"percentiles\", \"p50Ms\": 0, \"p99Ms\": 9",
        "$.latency.p50Ms: found 0; allowed: a number from 0.001 to 60,000 (milliseconds)")]
    [InlineData(
        "\"kind\": \"fixed\", \"ms\": 12.5",
        "\"kind\": \"percentiles\", \"p50Ms\": 10, \"p99Ms\": 9",
        "$.latency.p99Ms: found 9; allowed: a number from 10 to 60,000 (milliseconds)")]
    [InlineData(
        "\"kind\": \"fixed\", \"ms\": 12.5",
        "\"kind\": \"normal\", \"meanMs\": 10, \"sdMs\": -1",
        "$.latency.sdMs: found -1; allowed: a number from 0 to 60,000 (milliseconds)")]
    [InlineData(
        "\"kind\": \"fixed\", \"ms\": 12.5",
        "\"kind\": \"empirical\", \"file\": \"../times.csv\"",
        "$.latency.file: found \"../times.csv\"; allowed: a file beside this file, such as \"times.csv\": letters, digits, ., _ and -, "
            + "without . or .. segments")]
    [InlineData("\"count\": 20", "\"count\": 0", "$.requests.count: found 0; allowed: a whole number from 1 to 100,000")]
    [InlineData("\"count\": 20", "\"count\": 2.5", "$.requests.count: found 2.5; allowed: a whole number from 1 to 100,000")]
    [InlineData("\"count\": 20", "\"count\": [20]", "$.requests.count: found an array of 1; allowed: a whole number from 1 to 100,000")]
    [InlineData("\"bytes\": 2000", "\"bytes\": 511", "$.payload.bytes: found 511; allowed: a whole number from 512 to 10,000,000 (bytes)")]
    [InlineData(
        "\"html\", \"bytes\": 2000",
        "\"json\", \"bytes\": 63",
        "$.payload.bytes: found 63; allowed: a whole number from 64 to 10,000,000 (bytes)")]
    [InlineData(
        "\"seed\": 7",
        "\"seed\": 9007199254740992",
        "$.seed: found 9007199254740992; allowed: a whole number from 0 to 9,007,199,254,740,991")]
    [InlineData("\"capacity\": 4", "\"capacity\": 0", "$.capacity: found 0; allowed: a whole number from 1 to 100,000 or null")]
    [InlineData("\"capacity\": 4", "\"capacity\": false", "$.capacity: found false; allowed: a whole number from 1 to 100,000 or null")]
    [InlineData("\"faults\": []", "\"faults\": [1, 2]", "$.faults[0]: found 1; allowed: an object")]
    [InlineData("\"faults\": []", "\"faults\": {}", "$.faults: found an object; allowed: an array of at most 100 objects")]
    [InlineData("\"faults\": []", "\"timeoutMs\": 99", "$.timeoutMs: found 99; allowed: a number from 100 to 60,000 (milliseconds)")]
    [InlineData("\"faults\": []", "\"articleSeconds\": 2", "$.articleSeconds: found 2; allowed: an object")]
    [InlineData(
        "\"faults\": []",
        "\"articleSeconds\": { \"when-all\": 0 }",
        "$.articleSeconds['when-all']: found 0; allowed: a number from 0.001 to 1,000,000 (seconds)")]
    [InlineData(
        "\"faults\": []",
        "\"articleSeconds\": { \"WhenAll\": 1 }",
        "$.articleSeconds.WhenAll: found that name; allowed: the id of a fetch strategy: kebab-case of 1 to 64 characters")]
    [InlineData("\"title\": \"Small pages\"", "\"title\": \"\"", "$.title: found \"\"; allowed: 1 to 1,000 characters, not only spaces")]
    [InlineData(
        "\"title\": \"Small pages\"",
        "\"title\": \"\\ud800\"",
        "$.title: found \"\\ud800\"; allowed: 1 to 1,000 characters, not only spaces")]
    [InlineData("\"title\"", "\"\\ud800\"", "$: found a field name with half a surrogate pair; allowed: valid Unicode")]
    [InlineData("{ \"kind\": \"html\", \"bytes\": 2000 }", "[]", "$.payload: found an array of 0; allowed: an object")]
    [InlineData("\"seed\": 7", "\"seed\": 7, \"seed\": 8", "$.seed: found the field twice; allowed: once")]
    [InlineData("\"ms\": 12.5", "\"ms\": 12.5, \"\\u006ds\": 12.5", "$.latency.ms: found the field twice; allowed: once")]
    public void A_wrong_field_is_named_with_its_place(string place, string replacement, string expected)
    {
        Assert.Contains(place, ScenarioFolder.Good, StringComparison.Ordinal);
        AssertError(ScenarioFolder.Good.Replace(place, replacement, StringComparison.Ordinal), expected);
    }

    [Theory]
    [InlineData("items")]
    [InlineData("")]
    [InlineData("//example.org/")]
    [InlineData("/a b")]
    [InlineData("/a?n={n}&m={n}")]
    [InlineData("/a%2")]
    [InlineData("/%2f")]
    [InlineData("/%2E%2E/a")]
    [InlineData("/__fixture/{n}")]
    [InlineData("/a#b")]
    [InlineData("/{n}/{n}")]
    [InlineData("/{id}")]
    [InlineData("/a/../b")]
    [InlineData("/a/.")]
    [InlineData("/%61")]
    [InlineData("/a\\n")]
    public void A_path_that_would_not_arrive_as_written_is_refused(string path) => AssertError(
        ScenarioFolder.Good.Replace("/items/{n}", path, StringComparison.Ordinal),
        $"$.requests.path: found \"{path}\"; allowed: {ScenarioRules.Path.Description}");

    [Theory]
    [InlineData("[]", "$.requests.list: found an empty array; allowed: an array of 1 to 10000 objects")]
    [InlineData("[1]", "$.requests.list[0]: found 1; allowed: an object")]
    [InlineData("[{}]", "$.requests.list[0].path: found nothing (the object is empty); allowed: a path that starts with one '/'*")]
    [InlineData("[{ \"path\": \"/a/{n}\" }]", "$.requests.list[0].path: found \"/a/{n}\"; allowed: *")]
    [InlineData("[{ \"path\": \"/a/..?b\" }]", "$.requests.list[0].path: found \"/a/..?b\"; allowed: *")]
    [InlineData(
        "[{ \"path\": \"/a\", \"method\": \"get\" }]",
        "$.requests.list[0].method: found \"get\"; allowed: one of \"GET\", \"POST\", \"PUT\", \"PATCH\", \"DELETE\"")]
    [InlineData(
        "[{ \"path\": \"/a\", \"body\": {} }]",
        "$.requests.list[0].body: found a body of a GET request; allowed: a body of POST, PUT or PATCH only")]
    [InlineData(
        "[{ \"path\": \"/a\", \"verb\": \"GET\" }]", "$.requests.list[0].verb: found an unknown field; allowed: path, method, body")]
    [InlineData("[{ \"path\": \"/a\" }, { \"path\": \"/a\" }]", "$.requests: found GET /a twice in the list; allowed: *")]
    public void A_list_of_requests_is_judged_entry_by_entry(string list, string message)
    {
        ScenarioException error = Load(
            "x.json", ScenarioFolder.Good.Replace(
                "\"path\": \"/items/{n}\", \"first\": 5, \"count\": 20", $"\"list\": {list}", StringComparison.Ordinal));
        string found = error.Message[(error.File.Length + 2)..];
        if (message.EndsWith('*'))
            Assert.StartsWith(message[..^1], found, StringComparison.Ordinal);
        else
            Assert.Equal(message, found);
    }

    [Fact]
    public void A_file_that_is_no_object_is_refused() => AssertError("[]", "$: found an array of 0; allowed: an object");

    // The reason in parentheses is System.Text.Json's own and may change with it.
    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  // note\n}", 2, 3)]
    [InlineData("{\n  \"seed\": 7,\n}", 3, 1)]
    [InlineData("{ \"seed\": 7 } {}", 1, 15)]
    public void Text_that_is_no_JSON_is_refused_with_its_line(string text, int line, int at)
    {
        ScenarioException error = Load("x.json", text);
        Assert.StartsWith($"{error.File}: $: found invalid JSON at line {line}, byte {at} (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("); allowed: JSON without comments or trailing commas", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        string path = _folder.Write("x.json", "");
        File.WriteAllText(path, ScenarioFolder.Good.Replace("Small", "Gr\u00F6\u00DFe", StringComparison.Ordinal), Encoding.Latin1);
        Assert.Equal(
            $"{path}: found bytes that are not UTF-8; allowed: a text file in UTF-8",
            Assert.Throws<ScenarioException>(() => ScenarioFile.Load(path)).Message);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        string path = Path.Combine(_folder.Path, "none.json");
        string message = Assert.Throws<ScenarioException>(() => ScenarioFile.Load(path)).Message;
        Assert.StartsWith($"{path}: found that it cannot be read (", message, StringComparison.Ordinal);
        Assert.EndsWith("); allowed: a readable file", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Baidu.json")]
    [InlineData("a_b.json")]
    [InlineData("a--b.json")]
    [InlineData("-a.json")]
    [InlineData("a.b.json")]
    [InlineData("a.JSON")]
    [InlineData("a.txt")]
    [InlineData(".json")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.json")]
    public void A_file_name_that_is_no_id_is_refused(string name)
    {
        ScenarioException error = Load(name, ScenarioFolder.Good);
        Assert.Equal(
            $"{error.File}: found the file name \"{name}\"; allowed: kebab-case of 1 to 64 characters (a-z, 0-9, single '-' between "
                + "them) before .json",
            error.Message);
    }

    private void AssertError(string text, string expected)
    {
        ScenarioException error = Load("x.json", text);
        Assert.Equal($"{error.File}: {expected}", error.Message);
        Assert.Equal(error.Message, error.Message.ReplaceLineEndings(" "));
    }

    private ScenarioException Load(string name, string text)
    {
        string path = _folder.Write(name, text);
        ScenarioException error = Assert.Throws<ScenarioException>(() => ScenarioFile.Load(path));
        Assert.Equal(path, error.File);
        return error;
    }
}
