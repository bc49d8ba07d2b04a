using BenchGate.Errors;
using Benchmarks.Measurement;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>
/// The servers of a run, each in its own process or started separately.
/// </summary>
public sealed class FixtureServers : IAsyncDisposable
{
    private readonly IReadOnlyList<ServerProcess> _servers;

    private FixtureServers(string kind, IReadOnlyDictionary<string, ServerAddresses> addresses, IReadOnlyList<ServerProcess> servers) =>
        (Kind, Addresses, _servers) = (kind, addresses, servers);

    /// <summary>The kind of the servers, one of <see cref="ServerHosts.Kinds"/>.</summary>
    public string Kind { get; }

    /// <summary>
    /// The runtime settings of a server that was started separately; null if the servers have this process's environment.
    /// </summary>
    public string? RuntimeSettings { get; private init; }

    /// <summary>By scenario id.</summary>
    public IReadOnlyDictionary<string, ServerAddresses> Addresses { get; }

    /// <summary>CPU time that the servers of this run have used so far; zero for a server that was started separately.</summary>
    public TimeSpan CpuTime => _servers.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.CpuTime);

    /// <summary>Starts a server for each scenario, all at once, with the kind and the scale of the settings.</summary>
    /// <exception cref="ExpectedFailureException">A server did not start; the others are stopped.</exception>
    public static async Task<FixtureServers> StartAsync(IReadOnlyList<string> scenarioIds, SuiteSettings settings)
    {
        Task<ServerProcess>[] starting = [.. scenarioIds.Select(id => ServerProcess.StartAsync(id, settings.Profile, settings.Server))];
        try
        {
            ServerProcess[] servers = await Task.WhenAll(starting);
            var addresses = scenarioIds.Zip(servers)
                .ToDictionary(pair => pair.First, pair => pair.Second.Addresses, StringComparer.Ordinal);
            return new FixtureServers(settings.Server, addresses, servers);
        }
        catch
        {
            foreach (Task<ServerProcess> started in starting.Where(task => task.IsCompletedSuccessfully))
                await (await started).DisposeAsync();
            throw;
        }
    }

    /// <summary>A server that was started separately.</summary>
    public static FixtureServers Elsewhere(string scenarioId, ServerAddresses addresses, Handshake served) =>
        new(served.Server, new Dictionary<string, ServerAddresses>(StringComparer.Ordinal) { [scenarioId] = addresses }, [])
        {
            RuntimeSettings = served.RuntimeSettings ?? "",
        };

    public async ValueTask DisposeAsync()
    {
        foreach (ServerProcess server in _servers)
            await server.DisposeAsync();
    }
}
