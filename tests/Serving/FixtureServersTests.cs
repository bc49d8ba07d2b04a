using System.Net;
using Benchmarks.Measurement;
using Benchmarks.Serving;
using Fixtures.Server;

namespace Tests.Serving;

public sealed class FixtureServersTests
{
    private static readonly SuiteSettings s_smoke = new() { Profile = Profile.Smoke };

    [Fact]
    public async Task A_run_serves_its_scenarios_and_says_where()
    {
        await using FixtureServers servers = await FixtureServers.StartAsync(["baidu", "pokeapi"], s_smoke);

        Assert.Equal(["baidu", "pokeapi"], servers.Addresses.Keys.Order(StringComparer.Ordinal));
        Assert.True(servers.CpuTime > TimeSpan.Zero);
        foreach ((string id, ServerAddresses addresses) in servers.Addresses)
        {
            await using FixtureLink link = await FixtureLink.OpenAsync(id, s_smoke with { Addresses = servers.Addresses });
            Assert.Equal(addresses, link.Addresses);
            Handshake served = await ExternalServer.GreetAsync(addresses.Http1, link.Scenario, s_smoke.Profile.Id, HttpVersion.Version11);
            Assert.Equal(servers.Kind, served.Server);
        }
    }

    [Fact]
    public async Task A_benchmark_without_a_run_starts_a_server_and_stops_it()
    {
        FixtureLink link = await FixtureLink.OpenAsync("pokeapi", s_smoke);
        var mew = new Uri(link.Addresses.Http1, link.Scenario.Requests.PathOf(151));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Assert.Contains("\"mew\"", await client.GetStringAsync(mew), StringComparison.Ordinal);

        await link.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(mew));
    }
}
