using System.Net;
using Fixtures.Server;
using Fixtures.Telemetry;
using Tests.Server;

namespace Tests.Field;

/// <summary>A web page in a browser on this machine cannot use the control endpoints. The suite's own clients can.</summary>
public sealed class ControlTests
{
    private readonly RecordingClock _clock = new();

    public static TheoryData<string> Hosts => [.. ServerHosts.Kinds];

    public static TheoryData<string, string> HostsAndPaths => new(
        from host in ServerHosts.Kinds
        from path in (string[])[ControlPaths.Handshake, ControlPaths.StartLog, ControlPaths.StopLog, ControlPaths.Heap]
        select (host, path));

    /// <summary>What a page can send: a link or an image, a form, a script of its origin, and a name that leads to this machine.</summary>
    [Theory]
    [MemberData(nameof(HostsAndPaths))]
    public async Task What_a_page_can_send_is_refused_in_one_line(string host, string path)
    {
        await using Served served = await Served.StartAsync(Served.Items(1), _clock, host);
        served.Server.Log.Start();

        foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            await RefusedAsync(served, method, path, "header");
            await RefusedAsync(served, method, path, "Origin", ("Origin", "http://example.org"), Control);
            await RefusedAsync(served, method, path, "Origin", ("Origin", "null"), Control);
            await RefusedAsync(served, method, path, "Host", ("Host", "example.org"), Control);
            await RefusedAsync(served, method, path, "Host", ("Host", "127.0.0.1.example.org:80"), Control);
            await RefusedAsync(served, method, path, "header", (ControlPaths.Header, "yes"));
        }

        Assert.True(served.Server.Log.IsOn);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_preflight_of_a_page_is_not_granted(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(1), _clock, host);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, served.At(ControlPaths.StartLog));
        preflight.Headers.Add("Origin", "http://example.org");
        preflight.Headers.Add("Access-Control-Request-Headers", ControlPaths.Header);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");

        using HttpResponseMessage answer = await served.Client.SendAsync(preflight);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task What_changes_something_is_a_post_and_what_asks_is_a_get(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(1), _clock, host);

        foreach ((HttpMethod method, string path) in new[]
        {
            (HttpMethod.Get, ControlPaths.StartLog),
            (HttpMethod.Get, ControlPaths.StopLog),
            (HttpMethod.Get, ControlPaths.Heap),
            (HttpMethod.Post, ControlPaths.Handshake),
        })
        {
            using HttpResponseMessage answer = await served.ControlAsync(method, path);
            Assert.Equal((path, HttpStatusCode.MethodNotAllowed), (path, answer.StatusCode));
        }

        Assert.False(served.Server.Log.IsOn);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_suites_own_clients_are_answered_and_pages_of_the_scenario_need_no_header(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(1), _clock, host);

        using (await served.ControlAsync(HttpMethod.Post, ControlPaths.StartLog))
            Assert.True(served.Server.Log.IsOn);
        using (HttpResponseMessage page = await served.GetAsync("/items/1"))
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Single((await served.ControlAsync<ServerTimeline>(HttpMethod.Post, ControlPaths.StopLog))!.Requests);
        Assert.True(await served.ControlAsync<long>(HttpMethod.Post, ControlPaths.Heap) > 0);
        foreach (string name in (string[])["localhost", "LocalHost:1234", "[::1]", "192.0.2.7:80", Environment.MachineName])
        {
            using HttpResponseMessage answer =
                await SendAsync(served, HttpMethod.Get, ControlPaths.Handshake, [("Host", name), Control]);
            Assert.Equal((name, HttpStatusCode.OK), (name, answer.StatusCode));
        }
    }

    private static (string, string) Control => (ControlPaths.Header, ControlPaths.HeaderValue);

    private static async Task RefusedAsync(
        Served served, HttpMethod method, string path, string reason, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage answer = await SendAsync(served, method, path, headers);
        string line = await answer.Content.ReadAsStringAsync();
        Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Served served, HttpMethod method, string path, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, served.At(path));
        foreach ((string name, string value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await served.Client.SendAsync(request);
    }
}
