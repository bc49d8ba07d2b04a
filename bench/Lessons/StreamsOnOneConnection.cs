using System.Globalization;
using Benchmarks.Fetching;
using Benchmarks.Recording;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.Telemetry;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>Lesson 16: HTTP/2 needs one connection for all requests, but the server limits how many run on it at once.</summary>
public sealed class StreamsOnOneConnection : ILesson
{
    /// <summary>The default of Kestrel's Http2Limits.MaxStreamsPerConnection and of many other servers.</summary>
    private const int Streams = 100;

    public int Number => 16;

    public string Title => "One connection carries a hundred streams";

    public string Question => "HTTP/2 sends all requests over one connection. Are 150 then under way at once?";

    public Task<LessonResult> MeasureAsync(LessonRun run) =>
        CompareAsync(run, new Http2Multiplexed(), new Http2Connections(), new WhenAll());

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) =>
        CompareAsync(run, new SemaphoreSlimBounded(Streams / 4), new SemaphoreSlimBounded(Streams / 2), new Http2Multiplexed());

    private async Task<LessonResult> CompareAsync(LessonRun run, IFetchStrategy http2, IFetchStrategy moreConnections, IFetchStrategy http1)
    {
        double latencyMs = run.Pick(250, 40);
        List<LessonClaim> claims = [];
        foreach (int requests in (int[])[Streams, Streams + 1])
        {
            await using ScratchServer narrow = await run.ServeAsync(new LessonScenario(requests, LessonScenario.Fixed(latencyMs)));
            claims.Add(await WavesAsync(
                run, narrow, string.Create(CultureInfo.InvariantCulture, $"http2-{requests}-requests"), http2, connections: 1));
        }

        await using ScratchServer server = await run.ServeAsync(new LessonScenario(150, LessonScenario.Fixed(latencyMs)));
        claims.Add(await WavesAsync(run, server, "http2-150-requests", http2, connections: 1));
        claims.Add(await WavesAsync(run, server, "http2-150-requests-more-connections", moreConnections, connections: 2));
        return new LessonResult(
        [
            .. claims,
            new LessonClaim(Number, "http2-opens", "1", 1, await ConnectionsAsync(server, http2), "connections", Regimes.Warm)
            {
                Tolerance = 0,
            },
            new LessonClaim(Number, "http1-opens", "N", 150, await ConnectionsAsync(server, http1), "connections", Regimes.Warm),
        ])
        {
            Observations =
            [
                new LessonObservation(
                    "http2-more-connections opens", await ConnectionsAsync(server, moreConnections), "connections", Regimes.Warm),
            ],
        };
    }

    private async Task<LessonClaim> WavesAsync(LessonRun run, ScratchServer server, string claim, IFetchStrategy strategy, int connections)
    {
        double waves = Math.Ceiling((double)server.Scenario.Requests.Count / (Streams * connections));
        double ms = await run.MedianMsAsync(server, strategy);
        string formula = connections == 1 ? "ceil(N / streams) · L" : "ceil(N / (2 · streams)) · L";
        return new LessonClaim(Number, claim, formula, waves * server.Scenario.OfferedLatency(1).TotalMilliseconds, ms, "ms", Regimes.Warm);
    }

    /// <summary>How many connections an operation with a new client opens, as the server sees it.</summary>
    private static async Task<int> ConnectionsAsync(ScratchServer server, IFetchStrategy strategy)
    {
        using FetchWork work = server.Work(strategy);
        ServerTimeline seen =
            await ServerRecording.DuringAsync(server.Addresses.Http1, () => strategy.FetchAsync(work, CancellationToken.None));
        return seen.Connections.Count;
    }
}
