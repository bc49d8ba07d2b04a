using Benchmarks.Fetching;
using Benchmarks.Recording;
using Benchmarks.Serving;
using Benchmarks.Strategies;
using Fixtures.Telemetry;
using Results.Records;

namespace Benchmarks.Lessons;

/// <summary>Lesson 3: article A's loop makes a client for every request, and so a connection.</summary>
public sealed class OneClient : ILesson
{
    public int Number => 3;

    public string Title => "One client for all requests";

    public string Question => "Article A's slow loop makes a new client for every call. What does that cost?";

    public Task<LessonResult> MeasureAsync(LessonRun run) => CompareAsync(run, new SequentialSyncNewClient(), new SequentialSync());

    public Task<LessonResult> MeasureWrongAsync(LessonRun run) => CompareAsync(run, new SequentialSync(), new SequentialSyncNewClient());

    private async Task<LessonResult> CompareAsync(LessonRun run, IFetchStrategy newClients, IFetchStrategy oneClient)
    {
        (int requests, double latencyMs, double connectMs) = run.Pick((20, 55.0, 28.0), (8, 10.0, 30.0));
        var scenario = new LessonScenario(requests, LessonScenario.Fixed(latencyMs)) { ConnectDelayMs = connectMs };
        await using ScratchServer server = await run.ServeAsync(scenario);

        double manyMs = await run.MedianMsWithNewClientAsync(server, newClients);
        double oneMs = await run.MedianMsWithNewClientAsync(server, oneClient);
        Cost many = await CostAsync(server, newClients);
        Cost one = await CostAsync(server, oneClient);
        return new LessonResult(
            new LessonClaim(
                Number, "new-client-per-request", "N · (L + C)", requests * (latencyMs + connectMs), manyMs, "ms", Regimes.Warm),
            new LessonClaim(Number, "one-client", "N · L + C", (requests * latencyMs) + connectMs, oneMs, "ms", Regimes.Warm),
            new LessonClaim(Number, "new-client-per-request-opens", "N", requests, many.Connections, "connections", Regimes.Warm)
            {
                Tolerance = 0,
            },
            new LessonClaim(Number, "one-client-opens", "1", 1, one.Connections, "connections", Regimes.Warm) { Tolerance = 0 },
            new LessonClaim(Number, "memory-of-new-clients", "3 times that of one", 3, many.Bytes / one.Bytes, "", Regimes.Warm)
            {
                Relation = Relation.AtLeast,
            })
        {
            Observations =
            [
                new LessonObservation("client allocates per request, new client each", many.Bytes / requests / 1024, "KB", Regimes.Warm),
                new LessonObservation("client allocates per request, one client", one.Bytes / requests / 1024, "KB", Regimes.Warm),
            ],
        };
    }

    /// <summary>The connections that one operation opens at the server, and the bytes that it allocates in this process.</summary>
    private static async Task<Cost> CostAsync(ScratchServer server, IFetchStrategy strategy)
    {
        using FetchWork work = server.Work(strategy);
        double bytes = 0;
        ServerTimeline seen = await ServerRecording.DuringAsync(server.Addresses.Http1, async () =>
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            await strategy.FetchAsync(work, CancellationToken.None);
            bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        });
        return new Cost(seen.Connections.Count, bytes);
    }

    private sealed record Cost(int Connections, double Bytes);
}
