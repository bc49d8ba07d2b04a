using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Results.Records;

namespace Tests.Trials.Faults;

public sealed class FaultAccountingTests
{
    /// <summary>
    /// Takes about as long as the timeout: a sequential strategy has one stall that is longer than that. All strategies wait at once.
    /// </summary>
    [Fact]
    public async Task Every_strategy_accounts_for_every_fault_and_leaves_nothing_behind()
    {
        Scenario everything = FaultAccounting.Everything(requests: 10, TimeSpan.FromSeconds(2));
        Fault[] faults = [.. everything.Faults
            .Where(fault => fault.Kind != FaultKind.SlowDrip || fault.Lasts < everything.Timeout)
            .Select((fault, i) => fault with { Probability = null, Requests = RequestNumbers.Parse($"{i + 2}") })];

        IReadOnlyList<CheckRecord> rows = await FaultAccounting.RunAsync(everything with { Faults = faults });

        Assert.Equal(
            [
                "faults-connection-reset",
                "faults-empty-reply",
                "faults-body-cut-short",
                "faults-malformed-chunk",
                "faults-stall",
                "faults-status",
                "faults-slow-drip",
            ],
            rows.Take(7).Select(row => row.Name));
        Assert.All(rows.Take(7), row => Assert.Equal(("= 17", 17), (row.Bound, row.Value)));
        Assert.All(rows, row => Assert.True(row.Ok, $"{row.Name} is {row.Value}, must be {row.Bound}. {row.Remedy}"));
    }

    [Fact]
    public async Task A_strategy_that_passes_failures_off_as_answers_is_found_out()
    {
        Scenario scenario = FaultAccounting.Everything(requests: 3, TimeSpan.FromMinutes(1)) with
        {
            Faults = [new Fault(FaultKind.ConnectionReset) { Requests = RequestNumbers.Parse("2") }],
        };

        IReadOnlyList<CheckRecord> rows = await FaultAccounting.RunAsync(scenario, [new PassingOff()]);

        Assert.Equal(["faults-connection-reset", "faults-expected-digest"], rows.Where(row => !row.Ok).Select(row => row.Name));
        Assert.Contains("passing-off", rows[0].Remedy, StringComparison.Ordinal);
    }

    /// <summary>
    /// The response is so late that a client that cancels after connecting never gets it. A busy machine can be late itself, so one of some
    /// tries is enough.
    /// </summary>
    [Fact]
    public async Task A_strategy_is_cancelled_in_mid_answer_too()
    {
        Scenario scenario = FaultAccounting.Everything(requests: 1, TimeSpan.FromMinutes(1)) with
        {
            Latency = new FixedLatency(TimeSpan.FromMilliseconds(200)),
            Faults = [new Fault(FaultKind.Stall) { Probability = 1 }],
        };
        using var clock = new LatencyClock();
        var strategy = new NotingHeaders();

        for (int tries = 0; tries < 5 && !(strategy.MetHeaders && strategy.MissedHeaders); tries++)
            Assert.True(await FaultAccount.IsCancelledAsync(strategy, scenario, clock));

        Assert.True(strategy.MetHeaders);
        Assert.True(strategy.MissedHeaders);
    }

    private sealed class NotingHeaders : IFetchStrategy
    {
        public bool MetHeaders { get; private set; }

        public bool MissedHeaders { get; private set; }

        public StrategyDescriptor Descriptor { get; } = new("noting-headers", "Noting headers", "Never.", Schedule.AllAtOnce);

        public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation)
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            bool met = false;
            try
            {
                using HttpResponseMessage response =
                    await client.SendAsync(work.Requests[0].ToMessage(), HttpCompletionOption.ResponseHeadersRead, cancellation);
                met = true;
                await response.Content.ReadAsByteArrayAsync(cancellation);
                return [];
            }
            finally
            {
                (MetHeaders, MissedHeaders) = (MetHeaders || met, MissedHeaders || !met);
            }
        }
    }

    private sealed class PassingOff : IFetchStrategy
    {
        public StrategyDescriptor Descriptor { get; } = new("passing-off", "Passing off", "Never.", Schedule.AllAtOnce);

        public async Task<FetchResult[]> FetchAsync(FetchWork work, CancellationToken cancellation) =>
            [.. (await new WhenAll().FetchAsync(work, cancellation)).Select(
                result => result with { Failure = FetchFailure.None, Status = 200 })];
    }
}
