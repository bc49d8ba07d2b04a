using Benchmarks.Fetching;
using Benchmarks.Instrument.Checks;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Results.Records;

namespace Tests.Trials.Faults;

/// <summary>
/// Are the faults that the server injects all accounted for by the client, request by request, whatever strategy fetches?
/// And is nothing left over afterwards: no open connection, and so no request that is still worked on?
/// </summary>
public static class FaultAccounting
{
    /// <summary>Every kind of fault, and a drip that a client endures.</summary>
    /// <param name="requests">Of each strategy; each kind strikes about a twentieth.</param>
    /// <param name="timeout">A sequential strategy waits for it at every stall and every long drip.</param>
    public static Scenario Everything(int requests, TimeSpan timeout) => Plain(requests, timeout) with
    {
        Faults =
        [
            .. FaultKinds.All.Select(one => new Fault(one.Kind) { Probability = Share, Lasts = one.Kind == FaultKind.SlowDrip ? 100 * timeout : null }),
            new Fault(FaultKind.SlowDrip) { Probability = Share, Lasts = timeout / 20 },
        ],
    };

    private const double Share = 0.05;

    /// <summary>
    /// Strategies, each against a server of its own, all at once, since they mostly wait. At the defaults about half a minute.
    /// </summary>
    /// <param name="scenario">Default: <see cref="Everything"/>, 100 requests with a time-out of 3 s.</param>
    /// <param name="strategies">Default: all general ones.</param>
    /// <returns>For each kind the requests accounted for, with those injected as the bound, and what is left over.</returns>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(Scenario? scenario = null, IReadOnlyList<IFetchStrategy>? strategies = null)
    {
        strategies ??= StrategyCatalog.General;
        scenario ??= Everything(requests: 100, TimeSpan.FromSeconds(3));
        using var clock = new LatencyClock();
        FaultAccount[] accounts = await Task.WhenAll(strategies.Select(strategy => FaultAccount.OfAsync(strategy, scenario, clock)));
        bool[] cancelled = await Task.WhenAll(strategies.Select(strategy => FaultAccount.IsCancelledAsync(strategy, Silent(scenario), clock)));
        IEnumerable<string> deaf = strategies.Where((_, i) => !cancelled[i]).Select(strategy => strategy.Descriptor.Id);
        return
        [
            .. FaultKinds.All.Where(one => scenario.Faults.Any(fault => fault.Kind == one.Kind)).Select(one => ByKind(one.Name, one.Kind, accounts)),
            CheckBound.Exactly(0).Judge("faults-unexplained", accounts.Sum(account => account.Unexplained), "requests", Ask(accounts, account => account.Unexplained != 0, "failed where nothing was injected")),
            CheckBound.AtLeast(0).Judge("faults-sent-again", accounts.Sum(account => account.SentAgain), "requests", "HttpClient sends a request again if a kept connection ends before the first byte of an answer."),
            CheckBound.Exactly(accounts.Length).Judge("faults-expected-digest", accounts.Count(account => account.AsExpected), "strategies", Ask(accounts, account => !account.AsExpected, "fetched something else than the scenario says")),
            CheckBound.Exactly(0).Judge("faults-connections-left", accounts.Sum(account => account.ConnectionsLeft), "connections", Ask(accounts, account => account.ConnectionsLeft != 0, "left connections open")),
            CheckBound.Exactly(cancelled.Length).Judge("faults-cancelled-in-a-stall", cancelled.Count(one => one), "strategies",
                $"Pass the token on; these strategies did not end when they were cancelled, or left a connection open: {Named(deaf)}."),
        ];
    }

    private static CheckRecord ByKind(string name, FaultKind kind, FaultAccount[] accounts)
    {
        int injected = accounts.Sum(account => account.Injected(kind));
        CheckRecord judged = CheckBound.Exactly(injected).Judge($"faults-{name}", accounts.Sum(account => account.AccountedFor(kind)), "requests",
            Ask(accounts, account => account.Injected(kind) != account.AccountedFor(kind), $"did not report {name} as it was injected"));
        // Sums could agree by chance, and nothing injected is no evidence.
        return judged with { Ok = injected > 0 && accounts.All(account => account.Injected(kind) == account.AccountedFor(kind)) };
    }

    private static string Ask(FaultAccount[] accounts, Func<FaultAccount, bool> wrong, string what) =>
        $"Look at how these strategies fetch, and at the client around them; they {what}: {Named(accounts.Where(wrong).Select(account => account.Strategy))}.";

    private static string Named(IEnumerable<string> strategies) => string.Join(", ", strategies.DefaultIfEmpty("none"));

    private static Scenario Plain(int requests, TimeSpan timeout) => new(
        "fault-accounting", "Fault accounting", new RequestPlan("/items/{n}", 1, requests), new JsonPayload(2000), new FixedLatency(TimeSpan.FromMilliseconds(5)), Seed: 1, ConnectDelay: TimeSpan.Zero)
    {
        Timeout = timeout,
    };

    /// <summary>Every request stalls, and no client gives up by itself.</summary>
    private static Scenario Silent(Scenario scenario) => scenario with
    {
        Requests = scenario.Requests with { Count = Math.Min(scenario.Requests.Count, 5) },
        Faults = [new Fault(FaultKind.Stall) { Probability = 1 }],
        Timeout = TimeSpan.FromMinutes(1),
    };
}
