using System.Net;
using System.Text;
using Fixtures.Model;
using Fixtures.Server;
using Fixtures.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Tests.Server;

public sealed class ControlEndpointTests
{
    private readonly RecordingClock _clock = new();

    [Fact]
    public async Task The_handshake_says_what_is_served()
    {
        await using Served served = await Served.StartAsync(Served.Items(3, 55, capacity: 2), _clock);

        Handshake? shaken = await served.ControlAsync<Handshake>(HttpMethod.Get, ControlPaths.Handshake);

        Assert.Equal(
            new Handshake(2, "items", ScenarioDescription.ContentHash(served.Server.Scenario), ServerHosts.Default, "manual")
            {
                RuntimeSettings = RuntimeVariables.OfThisProcess(),
            },
            shaken);
    }

    [Fact]
    public async Task A_server_of_another_scale_has_another_hash()
    {
        await using Served whole = await Served.StartAsync(Served.Items(3, 55), _clock);
        await using Served scaled = await Served.StartAsync(Served.Items(3, 55).Scaled(0.1, 1), _clock);

        Handshake? one = await whole.ControlAsync<Handshake>(HttpMethod.Get, ControlPaths.Handshake);
        Handshake? other = await scaled.ControlAsync<Handshake>(HttpMethod.Get, ControlPaths.Handshake);

        Assert.Equal(one!.Scenario, other!.Scenario);
        Assert.NotEqual(one.ScenarioHash, other.ScenarioHash);
    }

    [Fact]
    public async Task A_question_to_the_server_waits_for_no_latency_and_no_place()
    {
        await using Served served = await Served.StartAsync(Served.Items(3, latencyMs: 10, capacity: 1), _clock);
        Task<HttpResponseMessage> busy = served.GetAsync("/items/1");
        await _clock.Manual.WhenPendingAsync(1);

        using (HttpResponseMessage asked = await served.ControlAsync(HttpMethod.Get, ControlPaths.Handshake))
            Assert.True(asked.IsSuccessStatusCode);

        Assert.Single(_clock.Asked);
        Assert.False(busy.IsCompleted);
        _clock.Manual.Advance(Served.Ms(10));
        using HttpResponseMessage answered = await busy;
    }

    [Theory]
    [InlineData("127.0.0.1", StatusCodes.Status200OK)]
    [InlineData("::ffff:127.0.0.1", StatusCodes.Status200OK)]
    [InlineData("10.0.0.1", StatusCodes.Status404NotFound)]
    [InlineData(null, StatusCodes.Status404NotFound)]
    public async Task A_full_collection_is_made_for_this_machine_only(string? from, int status)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Request.Host) = ("POST", ControlPaths.Heap, new HostString("127.0.0.1"));
        context.Request.Headers[ControlPaths.Header] = ControlPaths.HeaderValue;
        context.Response.Body = body;
        context.Connection.RemoteIpAddress = from is null ? null : IPAddress.Parse(from);

        await new ControlEndpoints(Served.Items(1), _clock, new ServerLog(), ServerHosts.Default).AnswerAsync(context);

        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(
            status == StatusCodes.Status200OK, long.TryParse(Encoding.UTF8.GetString(body.ToArray()), out long live) && live > 10_000);
    }

    /// <summary>
    /// The client closes a connection that was idle for a minute, so after a long operation the question comes on a new one.
    /// </summary>
    [Fact]
    public async Task The_connection_that_asks_for_the_log_is_not_in_it()
    {
        await using Served served = await Served.StartAsync(Served.Items(1), _clock);
        served.Server.Log.Start();
        using (await served.GetAsync("/items/1"))
        {
        }

        ServerTimeline? seen = await served.ControlAsync<ServerTimeline>(HttpMethod.Post, ControlPaths.StopLog);

        Assert.Equal(Assert.Single(seen!.Requests).Connection, Assert.Single(seen.Connections).Id);
    }

    [Fact]
    public async Task The_log_is_started_and_stopped_from_outside_and_its_rows_carry_the_clients_names()
    {
        await using Served served = await Served.StartAsync(Served.Items(3), _clock);
        using (await served.GetAsync("/items/1"))
        using (await served.ControlAsync(HttpMethod.Post, ControlPaths.StartLog))
        using (await SendAsync("/items/2", "second"))
        using (await SendAsync("/items/3", "third"))
        {
        }

        ServerTimeline? seen = await served.ControlAsync<ServerTimeline>(HttpMethod.Post, ControlPaths.StopLog);
        using (await SendAsync("/items/1", "after"))
        {
        }

        Assert.Equal([("second", 2), ("third", 3)], seen!.Requests.Select(row => (row.Key!, row.Number)));
        Assert.All(seen.Requests, row => Assert.True(row.Departure >= row.Arrival));
        Assert.Empty(seen.Connections);
        Assert.Equal(2, served.Server.Log.Stop().Requests.Count);

        async Task<HttpResponseMessage> SendAsync(string path, string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, served.At(path));
            request.Headers.Add(ServerLog.RowHeader, key);
            return await served.Client.SendAsync(request);
        }
    }
}
