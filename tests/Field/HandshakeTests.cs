using BenchGate.Errors;
using Benchmarks.Measurement;
using Benchmarks.Serving;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;
using Tests.Cli;
using Tests.Measurement;
using Tests.Server;

namespace Tests.Field;

/// <summary>Each verb that takes the address of a server asks it what it serves, before anything is measured.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class HandshakeTests : IDisposable
{
    private static readonly SuiteSettings s_smoke = new() { Profile = Profile.Smoke };
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    public static TheoryData<string> Hosts => [.. ServerHosts.Kinds];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_server_at_another_profile_is_refused_by_measure_and_by_run(string host)
    {
        await using FixtureServer server =
            await FixtureServer.StartAsync(new SuiteSettings().ScaledScenario("pokeapi"), new TaskDelayClock(), kind: host);

        (await MeasureAsync($"pokeapi={server.Addresses.Http1}"))
            .IsRefused("serves 'pokeapi' with other content", "serve --scenario pokeapi --profile smoke");
        (await RunAsync("pokeapi", server)).IsRefused("serves 'pokeapi' with other content", "serve --scenario pokeapi --profile smoke");
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_server_of_another_scenario_is_refused_by_measure_and_by_run(string host)
    {
        await using FixtureServer server =
            await FixtureServer.StartAsync(s_smoke.ScaledScenario("baidu"), new TaskDelayClock(), kind: host);

        (await MeasureAsync($"pokeapi={server.Addresses.Http1}")).IsRefused("serves 'baidu', not 'pokeapi'");
        (await RunAsync("pokeapi", server)).IsRefused("serves 'baidu', not 'pokeapi'");
    }

    [Theory]
    [InlineData("pokapi=http://127.0.0.1:1", "no scenario \"pokapi\"", "baidu", "pokeapi")]
    [InlineData("=http://127.0.0.1:1", "no scenario \"\"", "pokeapi")]
    [InlineData("PokeApi=http://127.0.0.1:1", "no scenario \"PokeApi\"", "pokeapi")]
    [InlineData("baidu=http://127.0.0.1:1", "a server for baidu, which no chosen case fetches, and none for pokeapi")]
    [InlineData("pokeapi=http://127.0.0.1:1", "http://127.0.0.1:1/ is not a server of this suite", "serve")]
    [InlineData("pokeapi", "SCENARIO=http://ADDRESS:PORT")]
    public async Task An_address_that_cannot_be_meant_is_one_line(string server, params string[] reasons) =>
        (await MeasureAsync(server)).IsRefused(reasons);

    [Fact]
    public async Task A_scenario_with_two_servers_is_one_line() =>
        (await Typed.RunAsync("measure", "--server", "pokeapi=http://127.0.0.1:1", "--server", "pokeapi=http://127.0.0.1:2"))
            .IsRefused("'pokeapi'", "allowed is one for each scenario");

    [Fact]
    public async Task An_address_for_counting_is_refused_because_counting_starts_its_own_servers() =>
        (await Typed.RunAsync("measure", "--count-only", "--server", "pokeapi=http://127.0.0.1:1")).IsRefused("--count-only");

    /// <summary>The id is compared, too: two files may have the same content.</summary>
    [Fact]
    public async Task The_same_content_of_another_name_is_refused()
    {
        Scenario other = Served.Items(3) with { Id = "other" };
        await using Served served = await Served.StartAsync(Served.Items(3), new TaskDelayClock());

        UsageException refused = await Assert.ThrowsAsync<UsageException>(
            () => ExternalServer.GreetAsync(served.Server.Addresses.Http1, other, "article", new Version(1, 1)));

        Assert.Contains("serves 'items', not 'other'", refused.Message, StringComparison.Ordinal);
    }

    private static Task<Typed> MeasureAsync(string server) =>
        Typed.RunAsync("measure", "--profile", "smoke", "--cases", "*Single*", "--server", server);

    private static Task<Typed> RunAsync(string scenario, FixtureServer server) => Typed.RunAsync(
        "run", "--profile", "smoke", "--scenario", scenario, "--strategies", "when-all", "--server-url", $"{server.Addresses.Http1}");
}
