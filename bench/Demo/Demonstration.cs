using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;

namespace Benchmarks.Demo;

/// <summary>
/// Article B, shortened so that a person can watch it: 30 requests, in a blocking loop, in a loop of await, and all at once.
/// </summary>
public static class Demonstration
{
    private const string ScenarioId = "pokeapi";

    // With these delays and requests the three lanes and their pauses take nine seconds.
    private const double Scale = 2;
    private const int Divisor = 5;

    /// <summary>The article's scenario with twice the delay and a fifth of the requests.</summary>
    public static Scenario Scenario { get; } = ScenarioCatalog.BuiltIn[ScenarioId].Scaled(Scale, Divisor);

    private static IFetchStrategy[] Strategies => [new SequentialSync(), new SequentialAwait(), new WhenAll()];

    /// <summary>Starts a server in this process, and shows every lane.</summary>
    /// <param name="screen">Shows the lanes.</param>
    /// <param name="server">The kind of server, one of <see cref="ServerHosts.Kinds"/>.</param>
    /// <returns>The finished lanes.</returns>
    /// <exception cref="InvalidDataException">A lane fetched something else than the scenario defines.</exception>
    public static async Task<IReadOnlyList<Lane>> RunAsync(IDemoScreen screen, string server, CancellationToken cancellation)
    {
        using var clock = new LatencyClock();
        await using FixtureServer serving = await FixtureServer.StartAsync(Scenario, clock, kind: server, cancellation: cancellation);

        // Runs once without showing it: the JIT compilation of the first call would look like waiting time.
        await NewLane(new WhenAll()).RunAsync(serving.Addresses, Scenario, cancellation);

        Lane[] lanes = [.. Strategies.Select(NewLane)];
        TimeSpan axis = Prediction.Of(Scenario, Schedule.Sequential) * 1.1;
        await screen.ShowAsync(lanes, axis, lane => lane.RunAsync(serving.Addresses, Scenario, cancellation), cancellation);
        return lanes;
    }

    private static Lane NewLane(IFetchStrategy strategy) => new(strategy, Scenario.Requests.Count);
}
