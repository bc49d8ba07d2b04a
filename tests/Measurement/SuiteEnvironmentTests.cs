using System.Net;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Benchmarks.Serving;
using Fixtures.Server;

namespace Tests.Measurement;

[Collection(SuiteEnvironmentScope.Collection)]
public sealed class SuiteEnvironmentTests : IDisposable
{
    private readonly SuiteEnvironmentScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Without_a_host_it_is_the_standard_profile_and_a_server_of_ones_own()
    {
        Assert.Same(Profile.Standard, SuiteEnvironment.Profile);
        Assert.Equal(ServerHosts.WireMock, SuiteEnvironment.ServerKind);
        Assert.Empty(SuiteEnvironment.Servers);
        Assert.Empty(SuiteEnvironment.ChosenScenarios);
        Assert.Empty(SuiteEnvironment.ChosenStrategies);
        Assert.Null(SuiteEnvironment.ChildReportsFolder);
        Assert.False(SuiteEnvironment.SkipTimeline);
        Assert.False(SuiteEnvironment.ColdPool);
        Assert.Empty(SuiteEnvironment.KnownDigests);
    }

    [Fact]
    public void What_a_host_says_reaches_its_children()
    {
        var addresses = new ServerAddresses(new Uri("http://127.0.0.1:5000"), new Uri("http://127.0.0.1:5001"));
        SuiteEnvironment.Profile = Profile.Article;
        SuiteEnvironment.Servers = new Dictionary<string, ServerAddresses>(StringComparer.Ordinal) { ["baidu"] = addresses };
        SuiteEnvironment.ServerKind = "kestrel";
        SuiteEnvironment.ChosenScenarios = ["baidu", "pokeapi"];
        SuiteEnvironment.ChosenStrategies = ["when-all"];
        SuiteEnvironment.SkipTimeline = true;
        SuiteEnvironment.KnownDigests = new Dictionary<string, FetchDigest>(StringComparer.Ordinal) { [SuiteEnvironment.WorkOf("baidu", 200)] = new(200, 476_200, "ab") };

        Assert.Same(Profile.Article, SuiteEnvironment.Profile);
        Assert.Equal(addresses, SuiteEnvironment.Servers["baidu"]);
        Assert.Equal("kestrel", SuiteEnvironment.ServerKind);
        Assert.Equal(["baidu", "pokeapi"], SuiteEnvironment.ChosenScenarios);
        Assert.Equal(["when-all"], SuiteEnvironment.ChosenStrategies);
        Assert.True(SuiteEnvironment.SkipTimeline);
        Assert.Equal(new FetchDigest(200, 476_200, "ab"), SuiteEnvironment.KnownDigests["baidu:200"]);
    }

    [Fact]
    public async Task A_run_serves_its_scenarios_and_announces_where()
    {
        SuiteEnvironment.Profile = Profile.Smoke;
        await using FixtureServers servers = await FixtureServers.StartAsync(["baidu", "pokeapi"]);

        Assert.Equal(["baidu", "pokeapi"], SuiteEnvironment.Servers.Keys.Order(StringComparer.Ordinal));
        Assert.True(servers.CpuTime > TimeSpan.Zero);
        foreach ((string id, ServerAddresses addresses) in SuiteEnvironment.Servers)
        {
            await using FixtureLink link = await FixtureLink.OpenAsync(id);
            Assert.Equal(addresses, link.Addresses);
            Handshake served = await ExternalServer.GreetAsync(addresses.Http1, link.Scenario, HttpVersion.Version11);
            Assert.Equal(servers.Kind, served.Server);
        }
    }

    [Fact]
    public async Task A_benchmark_without_a_host_starts_a_server_and_stops_it()
    {
        SuiteEnvironment.Profile = Profile.Smoke;
        FixtureLink link = await FixtureLink.OpenAsync("pokeapi");
        var mew = new Uri(link.Addresses.Http1, link.Scenario.Requests.PathOf(151));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Assert.Contains("\"mew\"", await client.GetStringAsync(mew), StringComparison.Ordinal);

        await link.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(mew));
    }

    [Fact]
    public void The_profile_scales_delays_and_number_of_requests()
    {
        SuiteEnvironment.Profile = Profile.Smoke;
        Assert.Equal((20, 1.1, 0.56), Figures("baidu"));
        SuiteEnvironment.Profile = Profile.Article;
        Assert.Equal((200, 55, 28), Figures("baidu"));
        Assert.Equal((150, 57.3, 0), Figures("pokeapi"));

        static (int Requests, double LatencyMs, double ConnectMs) Figures(string id)
        {
            Fixtures.Model.Scenario scenario = FixtureLink.ScaledScenario(id);
            return (scenario.Requests.Count, scenario.OfferedLatency(1).TotalMilliseconds, scenario.ConnectDelay.TotalMilliseconds);
        }
    }
}
