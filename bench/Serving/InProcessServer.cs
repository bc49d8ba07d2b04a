using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;

namespace Benchmarks.Serving;

/// <summary>A fixture server in this process, with its own latency clock.</summary>
internal sealed class InProcessServer : IAsyncDisposable
{
    private readonly FixtureServer _server;
    private readonly LatencyClock _clock;

    private InProcessServer(FixtureServer server, LatencyClock clock) => (_server, _clock) = (server, clock);

    public ServerAddresses Addresses => _server.Addresses;

    /// <param name="kind">The kind of server, one of <see cref="ServerHosts.Kinds"/>.</param>
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
