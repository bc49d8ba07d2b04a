using Benchmarks.Fetching;
using Fixtures.Latency;
using Fixtures.Scenarios;
using Fixtures.Server;

namespace Benchmarks.Measurement;

/// <summary>A server for a scenario that no file of the checkout describes: in a process of its own, or in this one where times mean little.</summary>
public sealed class ScratchServer : IAsyncDisposable
{
    private readonly IAsyncDisposable _host;
    private readonly LatencyClock? _clock;

    private ScratchServer(Scenario scenario, ServerAddresses addresses, IAsyncDisposable host, LatencyClock? clock) =>
        (Scenario, Addresses, _host, _clock) = (scenario, addresses, host, clock);

    public Scenario Scenario { get; }

    public ServerAddresses Addresses { get; }

    /// <summary>CPU time that the server's process has used so far; with the server in this process, that of both sides.</summary>
    public TimeSpan CpuTime => _host is ServerProcess process ? process.CpuTime : Environment.CpuUsage.TotalTime;

    /// <summary>What the server's process holds now; with the server in this process, both sides.</summary>
    public ServerFootprint Footprint
    {
        get
        {
            if (_host is ServerProcess process)
                return process.Footprint;
            using var own = System.Diagnostics.Process.GetCurrentProcess();
            return ServerFootprint.Of(own);
        }
    }

    /// <param name="scenario">The text of a scenario file.</param>
    /// <param name="inThisProcess">Where times mean little.</param>
    /// <param name="kind">Which host answers; null is the one in force.</param>
    public static async Task<ScratchServer> StartAsync(string scenario, bool inThisProcess = false, string? kind = null)
    {
        using var scratch = new ScratchFolder();
        string file = Path.Combine(scratch.Path, "scratch.json");
        await File.WriteAllTextAsync(file, scenario);
        return await (inThisProcess ? StartHereAsync(ScenarioFile.Load(file), kind ?? SuiteEnvironment.ServerKind) : StartProcessAsync(file, kind));
    }

    /// <summary>One operation on this server, with a client as the strategy wants it: each request of the scenario once.</summary>
    public FetchWork Work(IFetchStrategy strategy) => FetchWork.For(strategy, Addresses, Scenario, Scenario.Requests.Numbers);

    /// <summary>What an operation must bring back.</summary>
    public FetchDigest Expected() => ExpectedResults.Digest(Scenario, [.. Scenario.Requests.Numbers]);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _clock?.Dispose();
    }

    private static async Task<ScratchServer> StartHereAsync(Scenario scenario, string kind)
    {
        var clock = new LatencyClock();
        FixtureServer server = await FixtureServer.StartAsync(scenario, clock, kind: kind);
        return new ScratchServer(scenario, server.Addresses, server, clock);
    }

    private static async Task<ScratchServer> StartProcessAsync(string file, string? kind)
    {
        ServerProcess server = await ServerProcess.StartAsync(file, Profile.Article, kind);
        return new ScratchServer(ScenarioFile.Load(file), server.Addresses, server, clock: null);
    }
}
