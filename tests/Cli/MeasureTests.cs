using BenchGate.Errors;
using Benchmarks.Fetching;
using Benchmarks.Measurement;
using Fixtures.Latency;
using Fixtures.Server;
using Results.Records;
using Tests.Measurement;

namespace Tests.Cli;

/// <summary><c>measure</c> is a contract: the gate runs old builds with it. BenchmarkDotNet's engine runs in this process.</summary>
[Collection(ProcessStateScope.Collection)]
public sealed class MeasureTests : IDisposable
{
    private static readonly SuiteSettings s_smoke = new() { Profile = Profile.Smoke };
    private readonly ProcessStateScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task It_prints_one_json_object_with_raw_nanoseconds_allocations_and_digest()
    {
        Typed typed = await Typed.RunAsync("measure", "--profile", "smoke", "--cases", "*Single*", "--warmups", "2", "--iterations", "3");

        Assert.Equal((ExitCodes.Ok, ""), (typed.Exit, typed.Error));
        var launch = MeasuredLaunch.Parse(typed.Output, "measure");
        Assert.Equal((1, SourceHash.OfThisBuild, "smoke", 0.02), (launch.Schema, launch.SourceHash, launch.Profile, launch.Scale));
        CaseRecord single = Assert.Single(launch.Cases);
        Assert.Equal(
            ("Benchmarks.Macro.PokeApiSingleBenchmarks.Single", "pokeapi", "single", 1),
            (single.Case, single.Scenario, single.Strategy, single.Requests));
        Assert.Equal(Regimes.Warm, single.Regime);
        Assert.Equal(3, single.IterationsNs.Count);
        Assert.All(
            single.IterationsNs, ns => Assert.True(ns >= single.BoundNs, $"{ns} ns is less than the latency that the server injected"));
        Assert.True(single.AllocatedBytes > 0);
        Assert.Equal(ExpectedResults.Digest(s_smoke.ScaledScenario("pokeapi"), [151]).ToString(), single.Digest);
    }

    /// <summary>The second operation has the fault on a reused connection, and then the client sends the request again by itself.</summary>
    [Fact]
    public async Task A_case_whose_requests_fail_says_which()
    {
        Typed typed =
            await Typed.RunAsync("measure", "--profile", "smoke", "--scenario", "faults", "--strategies", "when-all", "--iterations", "2");

        Assert.Equal((ExitCodes.Ok, ""), (typed.Exit, typed.Error));
        CaseRecord faulty = Assert.Single(MeasuredLaunch.Parse(typed.Output, "measure").Cases);
        Assert.Equal(("faults", "when-all", 4, 2), (faulty.Scenario, faulty.Strategy, faulty.Requests, faulty.IterationsNs.Count));
        Assert.Equal(KeyValuePair.Create("connection-reset", 1), Assert.Single(faulty.Failures!));
        Assert.NotNull(faulty.BoundNs);
        Assert.Null(faulty.PredictedNs);
    }

    [Fact]
    public async Task It_measures_the_server_that_it_is_given()
    {
        await using FixtureServer server = await FixtureServer.StartAsync(s_smoke.ScaledScenario("pokeapi"), new TaskDelayClock());
        server.Log.Start();

        Typed typed = await Typed.RunAsync(
            "measure",
            "--profile",
            "smoke",
            "--cases",
            "*PokeApiBenchmarks.WhenAll",
            "--warmups",
            "1",
            "--iterations",
            "2",
            "--server",
            $"pokeapi={server.Addresses.Http1}");

        Assert.Equal((ExitCodes.Ok, ""), (typed.Exit, typed.Error));
        CaseRecord fanOut = Assert.Single(MeasuredLaunch.Parse(typed.Output, "measure").Cases);
        Assert.Equal(("when-all", Regimes.Warm, 2), (fanOut.Strategy, fanOut.Regime, fanOut.IterationsNs.Count));
        // a warm-up and two iterations, which also count allocations: 15 requests each
        Assert.Equal((1 + 2) * 15, server.Log.Stop().Requests.Count);
    }

    [Fact]
    public async Task What_the_caller_knows_to_be_fetched_is_what_each_operation_is_checked_against()
    {
        var other = new Dictionary<string, FetchDigest>(StringComparer.Ordinal)
        {
            [SuiteSettings.WorkOf("pokeapi", 1)] = new(1, 2, "other"),
        };
        SettingsVariables.WriteHere(new SuiteSettings { KnownDigests = other });

        Typed typed = await Typed.RunAsync("measure", "--profile", "smoke", "--cases", "*Single*");

        Assert.Equal((ExitCodes.Failed, ""), (typed.Exit, typed.Output));
        Assert.Contains("expected 1 replies, 2 bytes, other", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_refused_with_a_reason() =>
        (await Typed.RunAsync("measure", "--profile", "smoke", "--cases", "*Single*", "--server", "pokeapi=http://127.0.0.1:1"))
            .IsRefused("http://127.0.0.1:1/ is not a server of this suite", "refused");
}
