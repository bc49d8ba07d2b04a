using Benchmarks.Fetching;
using Benchmarks.Instrument.Checks;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Results.Records;

namespace Tests.Trials.Faults;

/// <summary>
/// Checks for every strategy, request by request, that the client reports all faults that the server injects.
/// Also checks that no connection stays open, and so no request is still active.
/// </summary>
public static class FaultAccounting
{
    /// <summary>Every kind of fault, and a slow drip that ends within the client's timeout.</summary>
    /// <param name="requests">Requests of each strategy; about a twentieth of them get each kind.</param>
    /// <param name="timeout">A sequential strategy waits this long at every stall and every long drip.</param>
    public static Scenario Everything(int requests, TimeSpan timeout) => Plain(requests, timeout) with
    {
        Faults =
        [
            .. FaultKinds.All.Select(
                one => new Fault(one.Kind) { Probability = Share, Lasts = one.Kind == FaultKind.SlowDrip ? 100 * timeout : null }),
            new Fault(FaultKind.SlowDrip) { Probability = Share, Lasts = timeout / 20 },
        ],
    };

    private const double Share = 0.05;

    /// <summary>
    /// Runs all strategies at once, because they mostly wait, each with its own server. With the defaults about half a minute.
    /// </summary>
    /// <param name="scenario">Default: <see cref="Everything"/>, 100 requests with a timeout of 3 s.</param>
    /// <param name="strategies">Default: all general strategies.</param>
    /// <returns>For each kind the reported requests, with the injected ones as the bound, and what stays open.</returns>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(
        Scenario? scenario = null, IReadOnlyList<IFetchStrategy>? strategies = null)
    {
        strategies ??= StrategyCatalog.General;
        scenario ??= Everything(requests: 100, TimeSpan.FromSeconds(3));
        using var clock = new LatencyClock();
        FaultAccount[] accounts = await Task.WhenAll(strategies.Select(strategy => FaultAccount.OfAsync(strategy, scenario, clock)));
        bool[] cancelled =
            await Task.WhenAll(strategies.Select(strategy => FaultAccount.IsCancelledAsync(strategy, Silent(scenario), clock)));
        IEnumerable<string> deaf = strategies.Where((_, i) => !cancelled[i]).Select(strategy => strategy.Descriptor.Id);
        return
        [
            .. FaultKinds.All
                .Where(one => scenario.Faults.Any(fault => fault.Kind == one.Kind))
                .Select(one => ByKind(one.Name, one.Kind, accounts)),
            CheckBound.Exactly(0).Judge(
                "faults-unexplained",
                accounts.Sum(account => account.Unexplained),
                "requests",
                Ask(accounts, account => account.Unexplained != 0, "failed where nothing was injected")),
            CheckBound.AtLeast(0).Judge(
                "faults-sent-again",
                accounts.Sum(account => account.SentAgain),
                "requests",
                "HttpClient sends a request again if a kept connection ends before the first byte of an answer."),
            CheckBound.Exactly(accounts.Length).Judge(
                "faults-expected-digest",
                accounts.Count(account => account.AsExpected),
                "strategies",
                Ask(accounts, account => !account.AsExpected, "fetched something else than the scenario says")),
            CheckBound.Exactly(0).Judge(
                "faults-connections-left",
                accounts.Sum(account => account.ConnectionsLeft),
                "connections",
                Ask(accounts, account => account.ConnectionsLeft != 0, "left connections open")),
            CheckBound.Exactly(cancelled.Length).Judge("faults-cancelled-in-a-stall", cancelled.Count(one => one), "strategies",
                $"Pass the token on; these strategies did not end when they were cancelled, or left a connection open: {Named(deaf)}."),
        ];
    }

    private static CheckRecord ByKind(string name, FaultKind kind, FaultAccount[] accounts)
    {
        int injected = accounts.Sum(account => account.Injected(kind));
        int reported = accounts.Sum(account => account.AccountedFor(kind));
        CheckRecord judged = CheckBound.Exactly(injected).Judge(
            $"faults-{name}",
            reported,
            "requests",
            Ask(accounts, account => account.Injected(kind) != account.AccountedFor(kind), $"did not report {name} as it was injected"));
        // Equal sums could be chance, and without injected faults there is no evidence.
        return judged with { Ok = injected > 0 && accounts.All(account => account.Injected(kind) == account.AccountedFor(kind)) };
    }

    private static string Ask(FaultAccount[] accounts, Func<FaultAccount, bool> wrong, string what) =>
        $"Look at how these strategies fetch, and at the client around them; "
            + $"they {what}: {Named(accounts.Where(wrong).Select(account => account.Strategy))}.";

    private static string Named(IEnumerable<string> strategies) => string.Join(", ", strategies.DefaultIfEmpty("none"));

    private static Scenario Plain(int requests, TimeSpan timeout) => new(
        "fault-accounting",
        "Fault accounting",
        new RequestPlan("/items/{n}", 1, requests),
        new JsonPayload(2000),
        new FixedLatency(TimeSpan.FromMilliseconds(5)),
        Seed: 1,
        ConnectDelay: TimeSpan.Zero)
    {
        Timeout = timeout,
    };

    /// <summary>Every request stalls, and no client times out.</summary>
    private static Scenario Silent(Scenario scenario) => scenario with
    {
        Requests = scenario.Requests with { Count = Math.Min(scenario.Requests.Count, 5) },
        Faults = [new Fault(FaultKind.Stall) { Probability = 1 }],
        Timeout = TimeSpan.FromMinutes(1),
    };
}
