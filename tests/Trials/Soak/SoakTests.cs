using System.Diagnostics;
using BenchGate.Errors;
using Benchmarks.Serving;
using Fixtures.Server;
using Results.Records;
using Tests.Instrument.Checks;

namespace Tests.Trials.Soak;

/// <summary>
/// A soak of two seconds tests that it loads, measures and stops. To see growth takes longer; <c>.ci/reliability</c> does
/// that.
/// </summary>
[Collection(Alone.Name)]
public sealed class SoakTests
{
    private const string Scenario =
        """
        { "requests": { "path": "/items/{n}", "count": 10 }, "payload": { "kind": "json", "bytes": 500 },
          "latency": { "kind": "fixed", "ms": 10 } }
        """;

    [Fact]
    public async Task A_short_one_answers_everything_and_gives_everything_back()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");
        var plan = new SoakPlan(
            TimeSpan.FromSeconds(1.2), Requests: null, Churn: TimeSpan.FromSeconds(0.3), Greedy: TimeSpan.FromSeconds(0.3), Wide: false);

        var found = (await SoakPart.RunAsync(plan)).ToDictionary(check => check.Name, StringComparer.Ordinal);

        Assert.All(
            (string[])["soak-requests", "soak-failed", "soak-refused", "soak-others-answered-meanwhile", "soak-greedy-client-taken"],
            name => Assert.True(found[name].Ok, found[name].ToString()));
        Assert.All(
            (string[])
            [
                "soak-live-memory-growth", "soak-memory-growth", "soak-thread-growth", "soak-handle-growth", "soak-latency-error-growth",
            ],
            name => Assert.Contains(name, found.Keys));
        Assert.All(found.Values, check => Assert.NotEmpty(check.Remedy));
    }

    [Fact]
    public async Task One_whose_server_ends_keeps_the_looks_before_it_and_counts_a_failure()
    {
        ScratchServer server = await ScratchServer.StartAsync(Scenario, ServerHosts.Default, inThisProcess: true);
        SoakPlan plan = Plan(TimeSpan.FromSeconds(30)); // a measurement every half a second
        using var load = new SteadyLoad(Here(server), plan);
        Task running = load.RunAsync();
        await Server.Eventually.IsTrueAsync(() => load.Samples.Count > 0 && load.Answered > 0, "it was looked at");
        await server.DisposeAsync();

        // the kind depends on the moment when the connection was closed
        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => running.WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.True(ExpectedFailure.Is(failure) && failure is not TimeoutException, failure.ToString());
        Assert.NotEmpty(load.Samples);
        Assert.True(load.Failed > 0, $"{load.Failed} failed");
    }

    [Fact]
    public async Task One_whose_server_is_gone_hands_its_rows_out_and_says_so()
    {
        ScratchServer server = await ScratchServer.StartAsync(Scenario, ServerHosts.Default, inThisProcess: true);
        await server.DisposeAsync();

        IReadOnlyList<CheckRecord> checks = await SoakPart.RunAsync(Here(server), Plan(TimeSpan.FromSeconds(6)));

        Assert.Equal(["soak-broken-off", "soak-lasted", "soak-requests", "soak-failed"], checks.Take(4).Select(check => check.Name));
        Assert.All(checks.Take(4), check => Assert.False(check.Ok, check.ToString()));
    }

    [Fact]
    public void What_is_kept_of_each_request_is_growth_and_noise_is_none()
    {
        Assert.Equal([false, false, true, true, true], SoakTrends.Of(Samples(bytesEach: 24)).Select(check => check.Ok));
        Assert.All(SoakTrends.Of(Samples(bytesEach: 0)), check => Assert.True(check.Ok, check.ToString()));
        Assert.All(SoakTrends.Of(Samples(bytesEach: 0)), check => Assert.Contains("95 % interval", check.Bound, StringComparison.Ordinal));
        Assert.All(SoakTrends.Of(Samples(bytesEach: 24)).Take(2), check => Assert.InRange(check.Value!.Value, 20, 26));
    }

    [Fact]
    public void Too_few_looks_are_no_good_news() =>
        Assert.All(SoakTrends.Of([.. Samples(0).Take(8)]), check => Assert.Equal((null, false), (check.Value, check.Ok)));

    private static LoadedServer Here(ScratchServer server) => new(server, Process.GetCurrentProcess());

    private static SoakPlan Plan(TimeSpan time) =>
        new(time, Requests: null, Churn: TimeSpan.FromSeconds(0.3), Greedy: TimeSpan.FromSeconds(0.3), Wide: false);

    /// <summary>Forty measurements, a hundred thousand requests apart, with a noise of a megabyte, a thread and a handle.</summary>
    private static ServerSample[] Samples(long bytesEach) => [.. Enumerable.Range(0, 40).Select(i => new ServerSample(
        i * 100_000L,
        0,
        new ServerFootprint((100 << 20) + (i * 100_000L * bytesEach) + ((i % 3) << 20), 20 + (i % 2), 150 + (i % 2)),
        (2 << 20) + (i * 100_000L * bytesEach) + ((i % 2) << 12),
        0.1 + (0.01 * (i % 2))))];
}
