using Fixtures.Latency;
using Fixtures.Server;

namespace Benchmarks.Measurement;

/// <summary>The servers of a run, one a scenario, in the host's process; children find them by environment variable.</summary>
public sealed class FixtureServers : IAsyncDisposable
{
    private readonly List<FixtureServer> _servers = [];
    private readonly LatencyClock _clock = new();

    private FixtureServers()
    {
    }

    public IReadOnlyList<FixtureServer> All => _servers;

    /// <summary>Starts a server for each scenario, as the profile in force scales it, and announces the addresses.</summary>
    public static async Task<FixtureServers> StartAsync(IEnumerable<string> scenarioIds)
    {
        var servers = new FixtureServers();
        foreach (string id in scenarioIds)
            servers._servers.Add(await FixtureServer.StartAsync(FixtureLink.ScaledScenario(id), servers._clock));

        SuiteEnvironment.Servers = servers._servers.ToDictionary(server => server.Scenario.Id, server => server.Addresses, StringComparer.Ordinal);
        return servers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (FixtureServer server in _servers)
            await server.DisposeAsync();
        _clock.Dispose();
    }
}
