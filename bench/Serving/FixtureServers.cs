using Benchmarks.Errors;
using Benchmarks.Measurement;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>
/// The servers of a run, each in a process of its own or started by somebody else; measured processes find them by environment variable.
/// </summary>
public sealed class FixtureServers : IAsyncDisposable
{
    private readonly IReadOnlyList<ServerProcess> _servers;

    private FixtureServers(string kind, IReadOnlyList<ServerProcess> servers) => (Kind, _servers) = (kind, servers);

    /// <summary>Which host answers, of <see cref="ServerHosts.Kinds"/>.</summary>
    public string Kind { get; }

    /// <summary>CPU time that the servers of this run have used so far; zero for a server that somebody else started.</summary>
    public TimeSpan CpuTime => _servers.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.CpuTime);

    /// <summary>Starts a server for each scenario, all at once, as the profile in force scales it, and announces the addresses.</summary>
    /// <exception cref="ExpectedFailureException">One did not come up; the others are ended.</exception>
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

    /// <summary>Announces a server that somebody else started.</summary>
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
