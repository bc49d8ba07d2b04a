using System.Net;
using Fixtures.Endpoints;
using Fixtures.Latency;
using Fixtures.Model;

namespace Tests.Server;

/// <summary>What is answered to which path, held against each host.</summary>
public sealed class AnswerTests
{
    private readonly RecordingClock _clock = new();

    public static TheoryData<string> Hosts => HostContractTests.Hosts;

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_numbered_path_is_answered_with_its_own_body_and_that_length(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(3), _clock, host);
        IEndpoint endpoint = EndpointFactory.Create(served.Server.Scenario.Payload);

        foreach (int number in (int[])[1, 2, 3, 77])
        {
            using HttpResponseMessage response = await served.GetAsync($"/items/{number}");
            byte[] body = await response.Content.ReadAsByteArrayAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(endpoint.Answer(number).Body.ToArray(), body);
            Assert.Equal(body.Length, response.Content.Headers.ContentLength);
            Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            Assert.NotEqual(true, response.Headers.TransferEncodingChunked);
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task An_unnumbered_path_gives_every_request_the_same_page(string host)
    {
        Scenario home = Served.Items(5) with { Requests = new RequestPlan("/", 1, 5), Payload = new HtmlPayload(2_381) };
        await using Served served = await Served.StartAsync(home, _clock, host);

        byte[][] bodies = [await served.Client.GetByteArrayAsync(served.At("/")), await served.Client.GetByteArrayAsync(served.At("/"))];

        Assert.Equal(2_381, bodies[0].Length);
        Assert.Equal(bodies[0], bodies[1]);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Any_other_path_is_404_at_once(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(3, latencyMs: 50), _clock, host);

        string[] paths =
        [
            "/", "/items/", "/items/x", "/items/-1", "/items/0", "/items/1/", "/items/1/more", "/Items/1", "/items/99999999999",
            "/__fixture/nothing",
        ];
        foreach (string path in paths)
        {
            using HttpResponseMessage response = await served.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, response.StatusCode));
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }

        Assert.Empty(_clock.Asked);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_plan_that_starts_at_0_serves_its_first_request(string host)
    {
        Scenario fromZero = Served.Items(3) with { Requests = new RequestPlan("/items/{n}", 0, 3) };
        await using Served served = await Served.StartAsync(fromZero, _clock, host);

        using HttpResponseMessage response = await served.GetAsync(fromZero.Requests.PathOf(0));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task What_stands_behind_the_number_belongs_to_the_path(string host)
    {
        Scenario pages = Served.Items(3) with { Requests = new RequestPlan("/a/{n}/page.json", 1, 3) };
        await using Served served = await Served.StartAsync(pages, _clock, host);

        using HttpResponseMessage whole = await served.GetAsync("/a/12/page.json");
        using HttpResponseMessage cut = await served.GetAsync("/a/12");
        using HttpResponseMessage empty = await served.GetAsync("/a//page.json");

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [whole.StatusCode, cut.StatusCode, empty.StatusCode]);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Head_tells_the_length_without_the_body(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(3), _clock, host);
        using var head = new HttpRequestMessage(HttpMethod.Head, served.At("/items/1"));

        using HttpResponseMessage response = await served.Client.SendAsync(head);

        Assert.Equal(200, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Each_address_speaks_its_own_version_of_http(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(3), _clock, host);
        Assert.NotEqual(served.Server.Addresses.Http1, served.Server.Addresses.Http2);

        Assert.Equal(HttpVersion.Version11, await VersionAtAsync(served.Server.Addresses.Http1, HttpVersion.Version11));
        Assert.Equal(HttpVersion.Version20, await VersionAtAsync(served.Server.Addresses.Http2, HttpVersion.Version20));

        async Task<Version> VersionAtAsync(Uri address, Version asked)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/items/1"))
            {
                Version = asked,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using HttpResponseMessage response = await served.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return response.Version;
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_stopped_server_refuses_connections(string host)
    {
        Served served = await Served.StartAsync(Served.Items(1), new TaskDelayClock(), host);
        Uri url = served.At("/items/1");
        using HttpClient client = Served.NewClient();
        using (await client.GetAsync(url))
        {
        }

        await served.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(url));
    }
}
