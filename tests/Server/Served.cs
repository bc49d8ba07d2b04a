using System.Net.Http.Json;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;

namespace Tests.Server;

/// <summary>A running server with a client of its own, for as long as a test lasts.</summary>
internal sealed class Served : IAsyncDisposable
{
    private Served(FixtureServer server) => Server = server;

    public FixtureServer Server { get; }

    public HttpClient Client { get; } = NewClient();

    /// <summary>Small numbered JSON bodies, and no waiting unless it is asked for.</summary>
    public static Scenario Items(int count, double latencyMs = 0, double connectMs = 0, int? capacity = null) =>
        new(
            "items",
            "Items",
            new RequestPlan("/items/{n}", 1, count),
            new JsonPayload(200),
            new FixedLatency(Ms(latencyMs)),
            Seed: 1,
            Ms(connectMs))
        {
            Capacity = capacity,
        };

    public static TimeSpan Ms(double ms) => TimeSpan.FromMilliseconds(ms);

    /// <summary>A client that shares no connection with any other.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public static async Task<Served> StartAsync(Scenario scenario, ILatencyClock clock, string kind = ServerHosts.Default) =>
        new(await FixtureServer.StartAsync(scenario, clock, kind: kind));

    public Uri At(string path) => new(Server.Addresses.Http1, path);

    /// <summary>Sends a control request to the server, on a connection of its own.</summary>
    public async Task<HttpResponseMessage> ControlAsync(HttpMethod method, string path)
    {
        using HttpClient control = NewClient().ForControl();
        using var request = new HttpRequestMessage(method, At(path));
        return await control.SendAsync(request);
    }

    public async Task<T?> ControlAsync<T>(HttpMethod method, string path)
    {
        using HttpResponseMessage answer = await ControlAsync(method, path);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>();
    }

    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellation = default) =>
        Client.GetAsync(At(path), cancellation);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
