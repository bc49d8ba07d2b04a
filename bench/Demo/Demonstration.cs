using Benchmarks.Fetching;
using Benchmarks.Strategies;
using Fixtures.Latency;
using Fixtures.Model;
using Fixtures.ScenarioFiles;
using Fixtures.Server;

namespace Benchmarks.Demo;

/// <summary>Article B, cut to what can be watched: 30 requests, one after the other, awaited, and all at once.</summary>
public static class Demonstration
{
    private const string ScenarioId = "pokeapi";

    // Delays so long, and requests so few, that the three lanes and their pauses take nine seconds.
    private const double Scale = 2;
    private const int Divisor = 5;

    /// <summary>The article's scenario with twice its delay and a fifth of its requests.</summary>
    public static Scenario Scenario { get; } = ScenarioCatalog.BuiltIn[ScenarioId].Scaled(Scale, Divisor);

    private static IFetchStrategy[] Strategies => [new SequentialSync(), new SequentialAwait(), new WhenAll()];

    /// <summary>Serves in this process, and shows every lane.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="server">Which host answers, of <see cref="ServerHosts.Kinds"/>.</param>
    /// <returns>The lanes, over.</returns>
    /// <exception cref="InvalidDataException">A lane brought something else than the scenario says.</exception>
    public static async Task<IReadOnlyList<Lane>> RunAsync(IDemoScreen screen, string server, CancellationToken cancellation)
    {
        using var clock = new LatencyClock();
        await using FixtureServer serving = await FixtureServer.StartAsync(Scenario, clock, kind: server, cancellation: cancellation);

        // Once unseen: what is compiled at its first call would look like time spent waiting.
        await NewLane(new WhenAll()).RunAsync(serving.Addresses, Scenario, cancellation);

        Lane[] lanes = [.. Strategies.Select(NewLane)];
        TimeSpan axis = Prediction.Of(Scenario, Schedule.Sequential) * 1.1;
        await screen.ShowAsync(lanes, axis, lane => lane.RunAsync(serving.Addresses, Scenario, cancellation), cancellation);
        return lanes;
    }

    private static Lane NewLane(IFetchStrategy strategy) => new(strategy, Scenario.Requests.Count);
}
