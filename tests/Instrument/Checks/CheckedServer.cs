using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;

namespace Tests.Instrument.Checks;

/// <summary>A small running system: a server in this process, its clock, a client, and the requests of one operation.</summary>
internal sealed class CheckedServer : IAsyncDisposable
{
    private readonly LatencyClock _clock;

    private CheckedServer(LatencyClock clock, FixtureServer server)
    {
        (_clock, Server) = (clock, server);
        Work = WorkFor(new WhenAll());
    }

    public FixtureServer Server { get; }

    public Uri Address => Server.Addresses.Http1;

    /// <summary>The client for strategies that create none.</summary>
    public FetchWork Work { get; }

    public FetchWork WorkFor(IFetchStrategy strategy) =>
        FetchWork.For(strategy, Server.Addresses, Server.Scenario.Requests, Server.Scenario.Requests.Numbers);

    /// <param name="around">Adds a defect to the clock; default: none.</param>
    public static async Task<CheckedServer> StartAsync(int requests, int latencyMs, Func<ILatencyClock, ILatencyClock>? around = null)
    {
        var scenario = new Scenario(
            "checked", "checked", new RequestPlan("/items/{n}", 1, requests), new JsonPayload(256),
            new FixedLatency(TimeSpan.FromMilliseconds(latencyMs)), Seed: 1, TimeSpan.Zero);
        var clock = new LatencyClock();
        return new CheckedServer(clock, await FixtureServer.StartAsync(scenario, around?.Invoke(clock) ?? clock));
    }

    public async ValueTask DisposeAsync()
    {
        Work.Client.Dispose();
        await Server.DisposeAsync();
        _clock.Dispose();
    }
}
