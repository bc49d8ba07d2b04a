using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>A fixture server in this process, with a latency clock of its own.</summary>
internal sealed class InProcessServer : IAsyncDisposable
{
    private readonly FixtureServer _server;
    private readonly LatencyClock _clock;

    private InProcessServer(FixtureServer server, LatencyClock clock) => (_server, _clock) = (server, clock);

    public ServerAddresses Addresses => _server.Addresses;

    /// <param name="kind">Which host answers, of <see cref="ServerHosts.Kinds"/>.</param>
    public static async Task<InProcessServer> StartAsync(Scenario scenario, string kind)
    {
        var clock = new LatencyClock();
        try
        {
            return new InProcessServer(await FixtureServer.StartAsync(scenario, clock, kind: kind), clock);
        }
        catch
        {
            clock.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _clock.Dispose();
    }
}
