using System.Net.Http.Json;
using Benchmarks.Fetching;
using Benchmarks.Gate.Plants;
using Benchmarks.Measurement;
using Benchmarks.Processes;
using Benchmarks.Serving;
using Fixtures.Model;
using Fixtures.Server;
using Results.Records;
using Tests.Cli;
using Tests.Measurement;

namespace Tests.Calibration;

/// <summary>A planted defect is what it says, and nothing else.</summary>
[Collection(SuiteEnvironmentScope.Collection)]
public sealed class PlantTests : IDisposable
{
    private readonly SuiteEnvironmentScope _scope = new();
    private readonly Func<IFetchStrategy, HttpClient> _client = KeptClient.Create;

    public void Dispose()
    {
        KeptClient.Create = _client;
        _scope.Dispose();
    }

    [Theory]
    [InlineData("none", 1, 1, 10, 10)]
    [InlineData("allocation", 1, 1, 10, 10)]
    [InlineData("connection", 2, 1, 10, 10)]
    [InlineData("sequential", 1, 1, 1, 1)]
    public async Task It_changes_the_counters_that_it_is_about(string plant, int sequentialConnections, int sequentialPeak, int fanOutConnections, int fanOutPeak)
    {
        CountedLaunch counted = CountedLaunch.Parse((await Typed.RunAsync("count", "--plant", plant, "--cases", "*PokeApiBenchmarks.SequentialAwait", "*PokeApiBenchmarks.WhenAll")).Output, "count");

        GateCounters[] counters = [.. counted.Cases.Select(one => one.Counters)];
        Assert.Equal([(sequentialConnections, sequentialPeak), (fanOutConnections, fanOutPeak)], counters.Select(one => (one.ConnectionsOpenedCold!.Value, one.PeakInFlightHeld!.Value)));
        Assert.All(counters, one => Assert.Equal(10, one.Requests));
        Assert.Single(counters.Select(one => one.Digest).Distinct());
    }

    [Fact]
    public async Task An_allocation_is_one_small_object_for_each_request()
    {
        await using FixtureServer server = await FixtureServer.StartAsync(FixtureLink.ScaledScenario("pokeapi"), new Fixtures.Latency.TaskDelayClock());

        double plain = await AllocatedAsync("none", server), planted = await AllocatedAsync("allocation", server);

        Assert.True(planted - plain > Plant.Bytes / 2, $"{plain} B without it, {planted} B with it");
    }

    [Fact]
    public async Task A_factor_slows_the_server_and_leaves_the_rest()
    {
        var start = ThisSuite.Start([.. ServerProcess.Verb("baidu", "gate", ServerHosts.Default), .. Plant.Find("latency-25").ServeArguments]);
        await using ServerProcess server = await ServerProcess.StartAsync(start);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var handshake = await client.GetFromJsonAsync<Handshake>(new Uri(server.Addresses.Http1, ControlPaths.Handshake));

        SuiteEnvironment.Profile = Profile.Gate;
        Scenario asked = FixtureLink.ScaledScenario("baidu");
        Assert.Equal(ScenarioDescription.ContentHash(asked with { Latency = asked.Latency.Scaled(1.25) }), handshake!.ScenarioHash);
    }

    private static async Task<double> AllocatedAsync(string plant, FixtureServer server)
    {
        using HttpClient client = Plant.Find(plant).Client?.Invoke() ?? new HttpClient();
        Uri url = new(server.Addresses.Http1, server.Scenario.Requests.PathOf(1));
        for (int i = 0; i < 20; i++)
            client.Send(new HttpRequestMessage(HttpMethod.Get, url)).Dispose();

        // The middle one: a request that finds no buffer in the pool allocates 4 KB more.
        long[] bytes = new long[21];
        for (int i = 0; i < bytes.Length; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            client.Send(new HttpRequestMessage(HttpMethod.Get, url)).Dispose();
            bytes[i] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return bytes.Order().ElementAt(bytes.Length / 2);
    }
}
