using System.Net;
using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;
using Tests.ScenarioFiles;
using Tests.Server;

namespace Tests.Field;

/// <summary>Queries, escapes, methods and bodies: what a scenario file says is what both servers get, over both versions of HTTP.</summary>
public sealed class PathTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Forms => new(
        from host in ServerHosts.Kinds
        from requests in (string[])
        [
            """{ "path": "/search?q=a%20b&page={n}", "count": 4 }""",
            """{ "path": "/search?page={n}&q=a%26b%3D1%2B1", "first": 9, "count": 4 }""",
            """{ "path": "/a%20b/{n}%2Fc", "count": 4 }""",
            """{ "path": "/b%C3%BCcher/{n}?sort=gr%C3%B6%C3%9Fe", "count": 4 }""",
            """{ "path": "/once?q=%25", "count": 4 }""",
            """{ "path": "/empty/{n}?", "count": 4 }""",
            """{ "path": "/items/{n}", "count": 4, "method": "POST", "body": { "text": "Größe" } }""",
            """{ "path": "/items?id={n}", "count": 4, "method": "DELETE" }""",
            """{ "list": [ { "path": "/x%20y?z=%2f%2F" }, { "path": "/x?z=2" }, { "method": "PUT", "path": "/x?z=2", "body": [] } ] }""",
        ]
        select (host, requests));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task It_is_served_as_it_is_written(string host, string requests)
    {
        Scenario scenario = Load(requests);
        await using Served served = await Served.StartAsync(scenario, new TaskDelayClock(), host);
        FetchDigest expected = ExpectedResults.Digest(scenario, scenario.Requests.Numbers);

        foreach (IFetchStrategy strategy in (IFetchStrategy[])[new SequentialSync(), new WhenAll(), new Http2Multiplexed()])
        {
            using var work = FetchWork.For(strategy, served.Server.Addresses, scenario, scenario.Requests.Numbers);
            Assert.Equal(expected, FetchDigest.Of(await strategy.FetchAsync(work, CancellationToken.None)));
        }
    }

    /// <summary>The client's own form of the address must find the route, for each escape that a file may have.</summary>
    [Theory]
    [InlineData("/a*b/{n}")]
    [InlineData("/a/{n}?q=*")]
    public async Task Each_escape_that_a_file_may_have_arrives(string form)
    {
        string[] escapes =
        [
            .. Enumerable.Range(0, 128)
                .Select(code => $"%{code:X2}")
                .Where(escape => ScenarioRules.Path.Allows(form.Replace("*", escape, StringComparison.Ordinal))),
        ];
        Assert.Equal(128 - 1 - 66, escapes.Length); // all but %00 and the unreserved characters

        foreach (string host in ServerHosts.Kinds)
        {
            string path = form.Replace("*", string.Concat(escapes), StringComparison.Ordinal);
            Scenario scenario = Load($$"""{ "path": "{{path}}", "count": 2 }""");
            await using Served served = await Served.StartAsync(scenario, new TaskDelayClock(), host);
            using HttpResponseMessage answer = await served.GetAsync(scenario.Requests.PathOf(2));
            Assert.Equal((host, HttpStatusCode.OK), (host, answer.StatusCode));
            Assert.Equal(path.Replace("{n}", "2", StringComparison.Ordinal), answer.RequestMessage!.RequestUri!.PathAndQuery);
        }
    }

    [Theory]
    [InlineData("/search?q=a%20b", HttpStatusCode.OK)]
    [InlineData("/search", HttpStatusCode.NotFound)]
    [InlineData("/search?q=a+b", HttpStatusCode.NotFound)]
    [InlineData("/search?q=a%20b&x", HttpStatusCode.NotFound)]
    [InlineData("/search?Q=a%20b", HttpStatusCode.NotFound)]
    public async Task Another_query_is_another_request(string path, HttpStatusCode status)
    {
        Scenario scenario = Load("""{ "path": "/search?q=a%20b", "count": 2 }""");
        foreach (string host in ServerHosts.Kinds)
        {
            await using Served served = await Served.StartAsync(scenario, new TaskDelayClock(), host);
            using HttpResponseMessage answer = await served.GetAsync(path);
            Assert.Equal((host, status), (host, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.NotFound)]
    [InlineData("PUT", HttpStatusCode.NotFound)]
    [InlineData("POST", HttpStatusCode.OK)]
    public async Task Another_method_is_another_request(string method, HttpStatusCode status)
    {
        Scenario scenario = Load("""{ "path": "/items/{n}", "count": 2, "method": "POST", "body": 7 }""");
        foreach (string host in ServerHosts.Kinds)
        {
            await using Served served = await Served.StartAsync(scenario, new TaskDelayClock(), host);
            using var request = new HttpRequestMessage(new HttpMethod(method), served.At("/items/1")) { Content = new StringContent("7") };
            using HttpResponseMessage answer = await served.Client.SendAsync(request);
            Assert.Equal((host, status), (host, answer.StatusCode));
        }
    }

    /// <summary>A client that leaves the body out, or cuts it short, does less.</summary>
    [Theory]
    [InlineData("[1,2]", HttpStatusCode.OK)]
    [InlineData("[1,2", HttpStatusCode.BadRequest)]
    [InlineData("[1,2]\n", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData(null, HttpStatusCode.BadRequest)]
    public async Task A_body_that_is_missing_or_cut_gets_no_reply(string? body, HttpStatusCode status)
    {
        foreach (string requests in (string[])
        [
            """{ "path": "/items/{n}", "count": 2, "method": "POST", "body": [1,2] }""",
            """{ "list": [ { "path": "/items/1", "method": "POST", "body": [1,2] } ] }""",
        ])
        {
            foreach (string host in ServerHosts.Kinds)
            {
                await using Served served = await Served.StartAsync(Load(requests), new TaskDelayClock(), host);
                using HttpContent? content = body is null ? null : new StringContent(body);
                using HttpResponseMessage answer = await served.Client.PostAsync(served.At("/items/1"), content);
                Assert.Equal((host, status), (host, answer.StatusCode));
            }
        }
    }

    [Fact]
    public void Records_keep_the_path_and_tell_methods_and_bodies_apart()
    {
        string[] paths =
        [
            .. ((string[])
            [
                """{ "path": "/search?q=a%20b&page={n}", "count": 2 }""",
                """{ "path": "/items", "count": 2, "method": "POST" }""",
                """{ "path": "/items", "count": 2, "method": "POST", "body": 1 }""",
                """{ "path": "/items", "count": 2, "method": "POST", "body": 2 }""",
            ]).Select(requests => ScenarioDescription.Of(Load(requests))["path"]),
        ];

        Assert.Equal(["/search?q=a%20b&page={n}", "POST /items"], paths[..2]);
        Assert.All(paths[2..], path => Assert.Matches("^POST /items, body [0-9a-f]{8}$", path));
        Assert.NotEqual(paths[2], paths[3]);
    }

    [Theory]
    [InlineData("""{ "path": "/items", "count": 1, "body": 1 }""", "a body of a GET request")]
    [InlineData("""{ "path": "/items", "count": 1, "method": "DELETE", "body": 1 }""", "a body of a DELETE request")]
    [InlineData("""{ "path": "/items", "count": 1, "method": "HEAD" }""", "\"HEAD\"")]
    [InlineData("""{ "path": "/{n}?page={n}", "count": 1 }""", "\"/{n}?page={n}\"")]
    [InlineData("""{ "path": "/a?b#c", "count": 1 }""", "\"/a?b#c\"")]
    [InlineData("""{ "path": "/a?b%2", "count": 1 }""", "\"/a?b%2\"")]
    [InlineData("""{ "path": "/a?b%{n}", "count": 1 }""", "\"/a?b%{n}\"")]
    [InlineData("""{ "path": "/%2E%2E/a", "count": 1 }""", "\"/%2E%2E/a\"")]
    [InlineData("""{ "path": "/%00", "count": 1 }""", "\"/%00\"")]
    public void What_would_not_arrive_is_refused(string requests, string found) =>
        Assert.Equal(found, Assert.Throws<ScenarioException>(() => Load(requests)).Found);

    private Scenario Load(string requests) => ScenarioFile.Load(_folder.Write("paths.json", $$"""
        {
          "requests": {{requests}},
          "payload": { "kind": "json", "bytes": 200 },
          "latency": { "kind": "fixed", "ms": 0 }
        }
        """));
}
