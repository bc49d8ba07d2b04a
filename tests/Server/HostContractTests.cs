using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.Server;
using Fixtures.Telemetry;
using Tests.Telemetry;

namespace Tests.Server;

/// <summary>What every host does, held against each one: a scenario must not notice which of them serves it.</summary>
public sealed class HostContractTests
{
    private readonly RecordingClock _clock = new();

    public static TheoryData<string> Hosts => [.. ServerHosts.Kinds];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Strategies_bring_home_what_the_scenario_holds_in_both_versions_of_http(string host)
    {
        Scenario home = Served.Items(5) with { Requests = new RequestPlan("/", 1, 5), Payload = new HtmlPayload(2_381) };
        Scenario pokemon = Served.Items(12) with
        {
            Requests = new RequestPlan("/api/v2/pokemon/{n}", 1, 12),
            Payload = new PokemonPayload(PokemonSize.Small),
        };
        foreach (Scenario scenario in (Scenario[])[home, pokemon])
        {
            await using Served served = await Served.StartAsync(scenario, new TaskDelayClock(), host);
            foreach (IFetchStrategy strategy in (IFetchStrategy[])[new SequentialAwait(), new WhenAll(), new Http2Multiplexed()])
            {
                using var work = FetchWork.For(strategy, served.Server.Addresses, scenario.Requests, scenario.Requests.Numbers);
                var fetched = FetchDigest.Of(await strategy.FetchAsync(work, CancellationToken.None));
                Assert.Equal(ExpectedResults.Digest(scenario, [.. scenario.Requests.Numbers]), fetched);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_connection_pays_its_delay_once_and_a_request_its_latency_each_time(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(3, latencyMs: 55, connectMs: 28), _clock, host);

        foreach (TimeSpan[] waits in (TimeSpan[][])[[Served.Ms(28), Served.Ms(55)], [Served.Ms(55)]])
        {
            Task<HttpResponseMessage> answer = served.GetAsync("/items/1");
            foreach (TimeSpan wait in waits)
            {
                await _clock.Manual.WhenPendingAsync(1).WaitAsync(TimeSpan.FromSeconds(30));
                Assert.False(answer.IsCompleted);
                _clock.Manual.Advance(wait);
            }

            using HttpResponseMessage response = await answer;
            Assert.True(response.IsSuccessStatusCode);
        }

        Assert.Equal([Served.Ms(28), Served.Ms(55), Served.Ms(55)], _clock.Asked);
    }

    /// <summary>
    /// Other tests run beside it, so the least late request is judged, with two hundred times what a quiet machine shows: only that the
    /// latency is the clock's is to be seen here.
    /// </summary>
    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_request_is_never_early_and_hardly_late(string host)
    {
        using var clock = new LatencyClock();
        await using Served served = await Served.StartAsync(Served.Items(15, latencyMs: 10), clock, host);
        await served.Client.GetByteArrayAsync(served.At("/items/1")); // compiles
        served.Server.Log.Start();

        foreach (int number in served.Server.Scenario.Requests.Numbers)
            await served.Client.GetByteArrayAsync(served.At($"/items/{number}"));

        double[] errorsMs = [.. served.Server.Log.Stop().Requests
            .Select(row => Stopwatch.GetElapsedTime(row.Arrival, row.Departure).TotalMilliseconds - 10)
            .Order()];
        Assert.Equal(15, errorsMs.Length);
        Assert.True(errorsMs[0] >= 0, $"{errorsMs[0]} ms early");
        Assert.True(errorsMs[0] < 40, $"every request was late, by {errorsMs[0]} ms and more");
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Two_hundred_requests_are_in_flight_at_once(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(200), new TaskDelayClock(), host);
        var gate = new HoldGate(200, TimeSpan.FromSeconds(60));
        served.Server.Hold = gate;
        served.Server.Log.Start();

        await Task.WhenAll(Enumerable.Range(1, 200).Select(number => served.Client.GetByteArrayAsync(served.At($"/items/{number}"))));

        ServerTimeline seen = served.Server.Log.Stop();
        Assert.True(gate.Reached);
        Assert.Equal(200, InFlight.PeakOf(seen.Requests));
        Assert.Equal(Enumerable.Range(1, 200), seen.Requests.Select(row => row.Number).Order());
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_client_that_goes_away_in_mid_wait_ends_the_wait(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(2, latencyMs: 10, capacity: 1), _clock, host);
        using var gone = new CancellationTokenSource();
        Task<HttpResponseMessage> leaves = served.GetAsync("/items/1", gone.Token);
        await _clock.Manual.WhenPendingAsync(1).WaitAsync(TimeSpan.FromSeconds(30));

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        await Eventually.IsTrueAsync(() => _clock.Manual.Pending == 0, "the delay of the client that went away is cancelled");

        Task<HttpResponseMessage> next = served.GetAsync("/items/2");
        await _clock.Manual.WhenPendingAsync(1).WaitAsync(TimeSpan.FromSeconds(30));
        _clock.Manual.Advance(Served.Ms(10));
        using HttpResponseMessage response = await next;
        Assert.True(response.IsSuccessStatusCode);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Its_end_cuts_what_is_under_way(string host)
    {
        Served served = await Served.StartAsync(Served.Items(1, latencyMs: 10), _clock, host);
        Task<HttpResponseMessage> waits = served.GetAsync("/items/1");
        await _clock.Manual.WhenPendingAsync(1).WaitAsync(TimeSpan.FromSeconds(30));

        await served.Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15)); // a server that drains waits for 30

        await Assert.ThrowsAsync<HttpRequestException>(() => waits);
        served.Client.Dispose();
    }

    /// <summary>Its first port would otherwise stay open until the process ends.</summary>
    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task One_that_finds_its_second_port_in_use_gives_the_first_one_back(string host)
    {
        ListenOn listen = ListenOn.Loopback.OnTwoInARow();
        using var other = new TcpListener(listen.Address, listen.Http2Port);
        other.Start();

        await Assert.ThrowsAnyAsync<Exception>(() => FixtureServer.StartAsync(Served.Items(1), _clock, listen, host));

        using var again = new TcpListener(listen.Address, listen.Http1Port);
        again.Start();
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Only_this_machine_reaches_it_and_it_says_what_it_is(string host)
    {
        await using Served served = await Served.StartAsync(Served.Items(1), _clock, host);
        Assert.Equal(host, (await served.ControlAsync<Handshake>(HttpMethod.Get, ControlPaths.Handshake))!.Server);

        IEnumerable<IPAddress> outward = NetworkInterface.GetAllNetworkInterfaces()
            .Where(one => one.OperationalStatus == OperationalStatus.Up)
            .SelectMany(one => one.GetIPProperties().UnicastAddresses)
            .Select(one => one.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        foreach (Uri address in (Uri[])[served.Server.Addresses.Http1, served.Server.Addresses.Http2])
        {
            Assert.Equal("127.0.0.1", address.Host);
            foreach (IPAddress other in outward)
            {
                using var socket = new TcpClient();
                await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(other, address.Port));
            }
        }
    }
}
