using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Endpoints;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;
using Fixtures.Telemetry;
using Tests.Server;

namespace Tests.Strategies;

/// <summary>The server of a scenario and its work, for any strategy, while the server records.</summary>
internal sealed class StrategyTrial : IAsyncDisposable
{
    private readonly Served _served;
    private readonly Dictionary<IFetchStrategy, HttpClient> _clients = [];

    private StrategyTrial(Served served) => _served = served;

    public Scenario Scenario => _served.Server.Scenario;

    public FixtureServer Server => _served.Server;

    /// <summary>One of the suite's own scenarios, with fewer requests and very short delays.</summary>
    public static Scenario BuiltIn(string id, int divisor = 10) => ScenarioCatalog.BuiltIn[id].Scaled(0.02, divisor);

    /// <summary>The ids of the general strategies with those of the scenarios.</summary>
    public static TheoryData<string, string> ScenariosAndStrategies()
    {
        var all = new TheoryData<string, string>();
        foreach (string scenario in (string[])["baidu", "pokeapi"])
        {
            foreach (IFetchStrategy strategy in StrategyCatalog.General)
                all.Add(scenario, strategy.Descriptor.Id);
        }

        return all;
    }

    public static async Task<StrategyTrial> StartAsync(Scenario scenario, ILatencyClock? clock = null) =>
        new(await Served.StartAsync(scenario, clock ?? new TaskDelayClock()));

    /// <summary>
    /// Fetches everything, or the named requests, on a separate thread, so that a strategy that blocks its caller blocks no pool
    /// thread.
    /// </summary>
    /// <param name="onReturn">Called when the call has returned, even if its task has not completed.</param>
    public async Task<FetchResult[]> FetchAsync(
        IFetchStrategy strategy, IEnumerable<int>? numbers = null, Action? onReturn = null, CancellationToken cancellation = default)
    {
        FetchWork work = WorkFor(strategy, numbers);
        using var pool = PreGrownThreadPool.For(strategy.Descriptor, work.Requests.Count);
        return await OwnThread.RunAsync(Fetch);

        Task<FetchResult[]> Fetch()
        {
            Task<FetchResult[]> fetching = strategy.FetchAsync(work, cancellation);
            onReturn?.Invoke();
            return fetching;
        }
    }

    /// <summary>Everything, or the named requests. All operations use the same client.</summary>
    public FetchWork WorkFor(IFetchStrategy strategy, IEnumerable<int>? numbers = null)
    {
        var work = FetchWork.For(strategy, Server.Addresses, Scenario, numbers ?? Scenario.Requests.Numbers);
        if (!_clients.TryAdd(strategy, work.Client))
            work.Dispose();
        return work with { Client = _clients[strategy] };
    }

    /// <summary>What the server saw while the strategy fetched everything.</summary>
    public async Task<ServerTimeline> WatchAsync(IFetchStrategy strategy)
    {
        Server.Log.Start();
        await FetchAsync(strategy);
        return Server.Log.Stop();
    }

    /// <summary>The name in the body of each request, in order.</summary>
    public string?[] Names()
    {
        IEndpoint endpoint = EndpointFactory.Create(Scenario.Payload);
        return [.. Scenario.Requests.Numbers.Select(endpoint.NameOf)];
    }

    public ValueTask DisposeAsync()
    {
        foreach (HttpClient client in _clients.Values)
            client.Dispose();
        return _served.DisposeAsync();
    }
}
