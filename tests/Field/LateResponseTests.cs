using BenchGate.Processes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Benchmarks.Engine;
using Benchmarks.Fetching;
using Benchmarks.Macro;
using Benchmarks.Measurement;
using Benchmarks.Strategies;
using Fixtures.Endpoints;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;
using Results.Records;
using Results.Summaries;
using Tests.Macro;
using Tests.Measurement;
using Tests.Pages;
using Tests.Server;

namespace Tests.Field;

/// <summary>A response that is later than the client's timeout for an ordinary reason is a counted failure, and no wrong result.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class LateResponseTests
{
    public static TheoryData<string> Hosts => [.. ServerHosts.Kinds];

    /// <summary>No response arrives, because the server's clock stands still: each client gives up by itself.</summary>
    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Ten_requests_of_ten_seconds_time_out_as_expected(string host)
    {
        Scenario scenario = Items(10, ms: 10_000, timeoutMs: 100);
        await using Served served = await Served.StartAsync(scenario, new RecordingClock(), host);

        foreach (IFetchStrategy strategy in (IFetchStrategy[])
            [new WhenAll(), new SemaphoreSlimBounded(5), new MaxConnectionsPerServer(2), new Http2Multiplexed(), new ThreadPerRequest()])
        {
            FetchResult[] fetched = await FetchAsync(served, strategy);
            Assert.Equal("stall 10", FetchDigest.Of(fetched).Failed);
            Assert.Equal(ExpectedResults.Digest(scenario, scenario.Requests.Numbers), FetchDigest.Of(fetched));
        }
    }

    /// <summary>The tail: exactly the requests are late whose latency is not below the timeout.</summary>
    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Of_a_tail_the_requests_above_the_timeout_are_late(string host)
    {
        var clock = new RecordingClock();
        Scenario scenario = Items(40, ms: 0, timeoutMs: 1_000) with { Latency = new LogNormalLatency(Served.Ms(100), 2) };
        await using Served served = await Served.StartAsync(scenario, clock, host);
        int late = scenario.Requests.Numbers.Count(number => scenario.OfferedLatency(number) >= Served.Ms(1_000));
        Assert.InRange(late, 1, 20);

        Task<FetchResult[]> fetching = FetchAsync(served, new WhenAll());
        await clock.Manual.WhenPendingAsync(40).WaitAsync(TimeSpan.FromSeconds(30));
        clock.Manual.Advance(Served.Ms(999.9));
        FetchResult[] fetched = await fetching;

        Assert.Equal($"stall {late}", FetchDigest.Of(fetched).Failed);
        Assert.Equal(ExpectedResults.Digest(scenario, scenario.Requests.Numbers), FetchDigest.Of(fetched));
    }

    /// <summary>Which of them are late depends on the order of arrival: about four are served within the timeout.</summary>
    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Who_waits_for_capacity_is_counted_and_not_predicted(string host)
    {
        Scenario scenario = Items(20, ms: 100, timeoutMs: 450) with { Capacity = 1 };
        await using Served served = await Served.StartAsync(scenario, new TaskDelayClock(), host);
        var strategy = new WhenAll();

        FetchResult[] fetched = await FetchAsync(served, strategy);

        Assert.InRange(fetched.Count(one => one.Failure == FetchFailure.Stall), 15, 20);
        var expected = ExpectedResults.Of(scenario, scenario.Requests.Numbers);
        Assert.True(expected.Allow(fetched, strategy.Descriptor.Schedule));
        Assert.False(expected.Allow(fetched[1..], strategy.Descriptor.Schedule));
        fetched[0] = fetched[0] with { Name = "other", Failure = FetchFailure.None };
        Assert.False(expected.Allow(fetched, strategy.Descriptor.Schedule));
    }

    /// <summary>Waiting for a connection in the client's own queue is waiting, too.</summary>
    [Theory]
    [InlineData(10, 2, null, true)]
    [InlineData(10, 10, null, false)]
    [InlineData(10, 10, 2, true)]
    [InlineData(2, 2, 2, false)]
    public void A_time_out_is_allowed_only_where_a_request_may_have_to_wait(int requests, int connections, int? capacity, bool allowed)
    {
        Scenario scenario = Items(requests, ms: 300, timeoutMs: 1_000) with { Capacity = capacity };
        var schedule = new Schedule(int.MaxValue) { ConnectionLimit = connections };
        FetchResult[] fetched = Good(scenario);
        fetched[^1] = Stalled(requests - 1);

        Assert.Equal(allowed, ExpectedResults.Of(scenario, scenario.Requests.Numbers).Allow(fetched, schedule));
    }

    [Theory]
    [InlineData(5, 10_000, false, true)] // a good response is expected, a time-out is a fault of the client
    [InlineData(20_000, 1_000, true, false)] // and the other way round
    [InlineData(1_000, 1_000, true, true)] // either, because it is close
    public void What_only_the_latency_decides_is_checked(double ms, double timeoutMs, bool late, bool good)
    {
        Scenario scenario = Items(3, ms, timeoutMs);
        var expected = ExpectedResults.Of(scenario, scenario.Requests.Numbers);

        Assert.Equal(late, expected.Allow([.. Enumerable.Range(0, 3).Select(Stalled)], Schedule.AllAtOnce));
        Assert.Equal(good, expected.Allow(Good(scenario), Schedule.AllAtOnce));
    }

    /// <summary>Requests for one path get their latencies in the order of arrival, so only their number is known.</summary>
    [Fact]
    public void Of_equal_requests_each_may_be_the_late_one()
    {
        Scenario scenario = Items(20, ms: 0, timeoutMs: 1_000) with
        {
            Requests = new RequestPlan("/items", 1, 20),
            Latency = new BimodalLatency(Served.Ms(10), Served.Ms(5_000), 30),
        };
        var expected = ExpectedResults.Of(scenario, scenario.Requests.Numbers);
        FetchResult[] other = Good(scenario);
        for (int i = 0; i < other.Length; i++)
            other[i] = scenario.OfferedLatency(i + 1) < Served.Ms(1_000) ? Stalled(i) : other[i];

        Assert.True(expected.Allow(other, Schedule.AllAtOnce));
        Assert.False(ExpectedResults
            .Of(scenario with { Requests = scenario.Requests with { Path = "/items/{n}" } }, scenario.Requests.Numbers)
            .Allow(other, Schedule.AllAtOnce));
    }

    [Theory]
    [InlineData(10, 10_000, null, 100, null, 100, 100, 10)] // all at once
    [InlineData(10, 10_000, 1, 100, null, 1_000, 1_000, 10)] // one after the other
    [InlineData(10, 10_000, 5, 100, null, 200, 200, 10)]
    [InlineData(100, 5_000, null, 500, 1, 500, 500, 100)] // a capacity of 1
    [InlineData(100, 100, null, 450, 1, 100, 450, 96)] // four are served in time
    [InlineData(4, 100, null, 450, 1, 400, 400, 0)] // nobody is late, so the ideal is that of the capacity
    [InlineData(10, 50, null, 10_000, null, 50, 50, 0)]
    public void Ideal_and_prediction_end_a_late_request_at_its_timeout(
        int requests, double ms, int? limit, double timeoutMs, int? capacity, double ideal, double predicted, int late)
    {
        Scenario scenario = Items(requests, ms, timeoutMs) with { Capacity = capacity };
        var schedule = new Schedule(limit ?? int.MaxValue);

        Assert.Equal(
            (ideal, predicted, late),
            (Bound.Of(scenario, schedule).TotalMilliseconds,
            Prediction.Of(scenario, schedule).TotalMilliseconds,
            Prediction.Late(scenario, schedule)));
    }

    [Fact]
    public void A_connection_is_opened_again_after_a_timeout()
    {
        Scenario scenario = Items(2, ms: 0, timeoutMs: 250) with
        {
            Latency = new BimodalLatency(Served.Ms(100), Served.Ms(100), 0),
            ConnectDelay = Served.Ms(160),
        };
        // The first one connects in 160 ms and is late at 250; the second one connects again.
        Assert.Equal(500, Prediction.Of(scenario, Schedule.Sequential).TotalMilliseconds);
        Assert.Equal(100, Prediction.Of(scenario with { Requests = scenario.Requests with { Count = 1 } },
            Schedule.Sequential with { WarmPool = true }).TotalMilliseconds);
    }

    [Fact]
    public void The_ideal_is_never_longer_than_the_prediction()
    {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++)
        {
            Scenario scenario = Items(random.Next(1, 30), ms: 0, timeoutMs: 100 + random.Next(400)) with
            {
                Latency = new LogNormalLatency(Served.Ms(random.Next(200)), random.NextDouble() * 2),
                ConnectDelay = Served.Ms(random.Next(3) * 40),
                Capacity = random.Next(3) == 0 ? random.Next(1, 5) : null,
                Seed = (ulong)i,
            };
            var schedule = new Schedule(
                random.Next(2) == 0 ? int.MaxValue : random.Next(1, 10), random.Next(2) == 0 ? Refill.Waves : Refill.SlidingWindow,
                random.Next(3) == 0 ? Connections.PerRequest : Connections.Shared)
            {
                ConnectionLimit = random.Next(3) == 0 ? random.Next(1, 4) : null,
                WarmPool = random.Next(2) == 0,
            };

            TimeSpan ideal = Bound.Of(scenario, schedule), predicted = Prediction.Of(scenario, schedule);
            Assert.True(ideal <= predicted + TimeSpan.FromTicks(1), $"{ideal} > {predicted}: {scenario}, {schedule}");
            Assert.True(Lateness.IsPossible(scenario, schedule) || Prediction.Late(scenario, schedule) == 0, $"{scenario}, {schedule}");
        }
    }

    /// <summary>The built-in scenario of faults with its delays times 100: 5.7 s, above its timeout of 2 s.</summary>
    [Fact]
    public async Task A_benchmark_of_late_responses_has_a_row_with_its_failures()
    {
        using var scope = new ProcessStateScope();
        using var notes = new ScratchFolder();
        var settings = new SuiteSettings
        {
            Profile = Profile.Smoke with { Scale = 100, Divisor = 20 },
            Server = ServerHosts.Kestrel,
            Scenarios = ["faults"],
            Strategies = ["when-all"],
            ChildReports = notes.Path,
            TimesOnly = true,
        };
        BenchmarkCase benchmark = Assert.Single(ScenarioBenchmarks.With(
            settings,
            () => BenchmarkConverter.TypeToBenchmarks(typeof(ScenarioBenchmarks), ManualConfig.CreateEmpty()).BenchmarksCases));

        await BenchmarkCaseRun.OnceAsync(benchmark, settings);

        ChildReport note = Assert.Single(ChildReport.Collect(notes.Path));
        Assert.Equal(KeyValuePair.Create("stall", 2), Assert.Single(note.Failures()!));
        Assert.Equal(2_000, MacroCase.Of(benchmark, settings)!.Model(Regimes.Warm).Bound.TotalMilliseconds);
    }

    [Fact]
    public void A_profile_that_hides_time_outs_says_so()
    {
        Scenario slow = Items(10, ms: 1_000, timeoutMs: 500), queue = Items(100, ms: 100, timeoutMs: 5_000) with { Capacity = 1 };

        Assert.Contains(
            "multiplies the delays of 'items' by 0.1, but not its timeout of 500 ms: of 10 requests that are sent at once, 0 are later "
                + "than that, at the scenario's own scale 10",
            UnscaledTimeout.Warning(slow, Profile.Standard),
            StringComparison.Ordinal);
        Assert.Contains(
            "0 are later than that, at the scenario's own scale 51",
            UnscaledTimeout.Warning(queue, Profile.Standard),
            StringComparison.Ordinal);
        Assert.Null(UnscaledTimeout.Warning(slow, Profile.Article));
        Assert.Null(UnscaledTimeout.Warning(Items(10, ms: 10_000, timeoutMs: 100), Profile.Standard));
        Assert.Null(UnscaledTimeout.Warning(slow with { Timeout = null }, Profile.Standard));
        Assert.Equal("500 ms (not scaled)", ScenarioDescription.Of(slow.Scaled(0.1, 1))["time-out"]);
    }

    [Fact]
    public void Launches_with_different_failures_make_a_row_with_the_most()
    {
        CaseRecord one = Samples.Case("Baidu", "WhenAll", 200, 13.9, 8.3) with { Failures = new Dictionary<string, int> { ["stall"] = 9 } };
        CaseRecord other = one with { Launch = 2, Failures = new Dictionary<string, int> { ["stall"] = 12 } };

        CaseSummary row = Assert.Single(Summary.Of(Samples.Run(one, other)));

        Assert.Equal((12, "stall 12", true), (row.Failed, row.FailedText, row.FailuresVary));
        Assert.Contains(
            "12 of 200 requests fail in the operation with the most failures (stall 12)", row.Warnings[0], StringComparison.Ordinal);
    }

    private static Scenario Items(int count, double ms, double timeoutMs) =>
        Served.Items(count, ms) with { Timeout = Served.Ms(timeoutMs) };

    private static FetchResult[] Good(Scenario scenario)
    {
        IEndpoint endpoint = EndpointFactory.Create(scenario.Payload);
        return
        [
            .. scenario.Requests.Numbers
                .Select(scenario.Requests.EntryOf)
                .Select((number, i) => new FetchResult(i, 200, 7, endpoint.Answer(number).Body.Length, endpoint.NameOf(number))),
        ];
    }

    private static FetchResult Stalled(int index) => new(index, 0, 7, 0, null) { Failure = FetchFailure.Stall };

    private static async Task<FetchResult[]> FetchAsync(Served served, IFetchStrategy strategy)
    {
        Scenario scenario = served.Server.Scenario;
        using var work = FetchWork.For(strategy, served.Server.Addresses, scenario, scenario.Requests.Numbers);
        using var pool = PreGrownThreadPool.For(strategy.Descriptor, work.Requests.Count);
        return await OwnThread.RunAsync(() => strategy.FetchAsync(work, CancellationToken.None));
    }
}
