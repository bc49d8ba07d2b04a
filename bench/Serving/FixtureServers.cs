using Benchmarks.Errors;
using Benchmarks.Measurement;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>
/// The servers of a run, each in its own process or started separately. Measured processes find them through an environment variable.
/// </summary>
public sealed class FixtureServers : IAsyncDisposable
{
    private readonly IReadOnlyList<ServerProcess> _servers;

    private FixtureServers(string kind, IReadOnlyList<ServerProcess> servers) => (Kind, _servers) = (kind, servers);

    /// <summary>The kind of the servers, one of <see cref="ServerHosts.Kinds"/>.</summary>
    public string Kind { get; }

    /// <summary>CPU time that the servers of this run have used so far; zero for a server that was started separately.</summary>
    public TimeSpan CpuTime => _servers.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.CpuTime);

    /// <summary>Starts a server for each scenario, all at once, scaled by the current profile, and publishes the addresses.</summary>
    /// <exception cref="ExpectedFailureException">A server did not start; the others are stopped.</exception>
    public static async Task<FixtureServers> StartAsync(IReadOnlyList<string> scenarioIds)
    {
        Task<ServerProcess>[] starting = [.. scenarioIds.Select(id => ServerProcess.StartAsync(id, SuiteEnvironment.Profile))];
        try
        {
            ServerProcess[] servers = await Task.WhenAll(starting);
            SuiteEnvironment.Servers = scenarioIds.Zip(servers).ToDictionary(pair => pair.First, pair => pair.Second.Addresses, StringComparer.Ordinal);
            return new FixtureServers(SuiteEnvironment.ServerKind, servers);
        }
        catch
        {
            foreach (Task<ServerProcess> started in starting.Where(task => task.IsCompletedSuccessfully))
                await (await started).DisposeAsync();
            throw;
        }
    }

    /// <summary>Publishes the address of a server that was started separately.</summary>
    public static FixtureServers Elsewhere(string scenarioId, ServerAddresses addresses, string kind)
    {
        SuiteEnvironment.Servers = new Dictionary<string, ServerAddresses>(StringComparer.Ordinal) { [scenarioId] = addresses };
        return new FixtureServers(kind, []);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServerProcess server in _servers)
            await server.DisposeAsync();
    }
}
