using Benchmarks.Fetching;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;
using Fixtures.Telemetry;

namespace Tests.Trials.Faults;

/// <summary>One operation of a strategy on a server with faults: what the server injected, and what the client reported.</summary>
internal sealed class FaultAccount
{
    // Connections close and cancellations arrive within milliseconds, on a busy machine within a second or two.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    // After a fault the headers are still in transit: on the loopback for less than a millisecond.
    private static readonly TimeSpan s_headers = TimeSpan.FromMilliseconds(50);

    private readonly Scenario _scenario;
    private readonly ServerTimeline _seen;
    private readonly Dictionary<int, FetchResult> _results;
    private readonly ILookup<string, int> _injected;

    private FaultAccount(string strategy, Scenario scenario, ServerTimeline seen, FetchResult[] results, int connectionsLeft)
    {
        (Strategy, _scenario, _seen, ConnectionsLeft) = (strategy, scenario, seen, connectionsLeft);
        _results = results.ToDictionary(result => scenario.Requests.First + result.Index);
        _injected = seen.Faults.Distinct().ToLookup(fault => fault.Kind, fault => fault.Number);
        AsExpected = FetchDigest.Of(results) == ExpectedResults.Digest(scenario, scenario.Requests.Numbers);
    }

    public string Strategy { get; }

    /// <summary>Whether exactly the requests failed that the scenario names, and all others returned the expected result.</summary>
    public bool AsExpected { get; }

    /// <summary>Connections that the server still has after the client has closed its connections.</summary>
    public int ConnectionsLeft { get; }

    /// <summary>How often a client sent a request again by itself, and got the same fault again.</summary>
    public int SentAgain => _seen.Faults.Count - _injected.Sum(kind => kind.Count());

    /// <summary>Failures of requests without an injected fault.</summary>
    public int Unexplained =>
        _results.Count(one => one.Value.Failure != FetchFailure.None && _seen.Faults.All(fault => fault.Number != one.Key));

    /// <summary>Requests with a fault of this kind.</summary>
    public int Injected(FaultKind kind) => _injected[FaultKinds.NameOf(kind)].Count();

    /// <summary>
    /// Those of them that the client reports with the same kind, or as completed if the fault ended within the time limit.
    /// </summary>
    public int AccountedFor(FaultKind kind) =>
        _injected[FaultKinds.NameOf(kind)].Count(number => _results[number].Failure == Reported(number));

    private FetchFailure Reported(int number) =>
        _scenario.FaultOf(number) is { } fault && !fault.IsEndured(_scenario.Timeout ?? Scenario.DefaultTimeout)
            ? FetchFailures.Of(fault.Kind)
            : FetchFailure.None;

    /// <summary>A request timed out without a reason. Then the machine is too busy to prove anything, and needs more time.</summary>
    private bool RanOutOfTime =>
        _results.Any(one => one.Value.Failure is FetchFailure.Stall or FetchFailure.SlowDrip && Reported(one.Key) != one.Value.Failure);

    /// <summary>Fetches once. Only if the machine was too busy, fetches again with four and sixteen times the timeout.</summary>
    public static async Task<FaultAccount> OfAsync(IFetchStrategy strategy, Scenario scenario, ILatencyClock clock)
    {
        FaultAccount account = await OnceAsync(strategy, scenario, clock);
        for (int i = 0; i < 2 && account.RanOutOfTime; i++)
        {
            scenario = scenario with { Timeout = scenario.Timeout * 4 };
            account = await OnceAsync(strategy, scenario, clock);
        }

        return account;
    }

    private static async Task<FaultAccount> OnceAsync(IFetchStrategy strategy, Scenario scenario, ILatencyClock clock)
    {
        await using FixtureServer server = await FixtureServer.StartAsync(scenario, clock, kind: ServerHosts.Default);
        server.Log.Start();
        FetchResult[] results;
        using (var work = FetchWork.For(strategy, server.Addresses, scenario, scenario.Requests.Numbers))
            results = await FetchAsync(strategy, work, CancellationToken.None);
        bool closed = await IsSoonAsync(() => server.Log.OpenConnections == 0);
        return new FaultAccount(strategy.Descriptor.Id, scenario, server.Log.Stop(), results, closed ? 0 : server.Log.OpenConnections);
    }

    /// <summary>
    /// Whether a cancelled strategy ends and releases every connection, if its responses never arrive: before a response, and in the middle
    /// of one.
    /// </summary>
    public static async Task<bool> IsCancelledAsync(IFetchStrategy strategy, Scenario scenario, ILatencyClock clock) =>
        await EndsAsync(strategy, scenario, clock, log => log.OpenConnections > 0, TimeSpan.Zero)
        && await EndsAsync(strategy, scenario, clock, log => log.FaultsInjected > 0, s_headers);

    private static async Task<bool> EndsAsync(
        IFetchStrategy strategy, Scenario scenario, ILatencyClock clock, Func<ServerLog, bool> moment, TimeSpan then)
    {
        await using FixtureServer server = await FixtureServer.StartAsync(scenario, clock, kind: ServerHosts.Default);
        server.Log.Start();
        using var stop = new CancellationTokenSource();
        Task fetching;
        bool came;
        using (var work = FetchWork.For(strategy, server.Addresses, scenario, scenario.Requests.Numbers))
        {
            fetching = FetchAsync(strategy, work, stop.Token);
            came = await IsSoonAsync(() => moment(server.Log));
            await Task.Delay(then);
            await stop.CancelAsync();
            await IsSoonAsync(() => fetching.IsCompleted);
        }

        return came && await IsSoonAsync(() => fetching.IsCanceled && server.Log.OpenConnections == 0);
    }

    private static async Task<FetchResult[]> FetchAsync(IFetchStrategy strategy, FetchWork work, CancellationToken stop)
    {
        using var pool = PreGrownThreadPool.For(strategy.Descriptor, work.Requests.Count);
        return await OwnThread.RunAsync(() => strategy.FetchAsync(work, stop));
    }

    private static Task<bool> IsSoonAsync(Func<bool> so) => Server.Eventually.WithinAsync(s_patience, so);
}
