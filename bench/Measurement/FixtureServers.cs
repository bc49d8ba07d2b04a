using Fixtures.Latency;
using Fixtures.Server;

namespace Benchmarks.Measurement;

/// <summary>The servers of a run, one a scenario, in the host's process or elsewhere; children find them by environment variable.</summary>
public sealed class FixtureServers : IAsyncDisposable
{
    private readonly List<FixtureServer> _servers = [];
    private readonly LatencyClock _clock = new();

    private FixtureServers(string kind) => Kind = kind;

    /// <summary>Which host answers, of <see cref="ServerHosts.Kinds"/>.</summary>
    public string Kind { get; }

    public IReadOnlyList<FixtureServer> All => _servers;

    /// <summary>Starts a server for each scenario, as the profile in force scales it, and announces the addresses.</summary>
    public static async Task<FixtureServers> StartAsync(IEnumerable<string> scenarioIds)
    {
        var servers = new FixtureServers(SuiteEnvironment.ServerKind);
        foreach (string id in scenarioIds)
            servers._servers.Add(await FixtureServer.StartAsync(FixtureLink.ScaledScenario(id), servers._clock, kind: servers.Kind));

        SuiteEnvironment.Servers = servers._servers.ToDictionary(server => server.Scenario.Id, server => server.Addresses, StringComparer.Ordinal);
        return servers;
    }

    /// <summary>Announces a server that somebody else started.</summary>
    public static FixtureServers Elsewhere(string scenarioId, ServerAddresses addresses, string kind)
    {
        SuiteEnvironment.Servers = new Dictionary<string, ServerAddresses>(StringComparer.Ordinal) { [scenarioId] = addresses };
        return new FixtureServers(kind);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (FixtureServer server in _servers)
            await server.DisposeAsync();
        _clock.Dispose();
    }
}
