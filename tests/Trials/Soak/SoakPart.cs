using System.Diagnostics;
using System.Globalization;
using BenchGate.Errors;
using Benchmarks.Instrument.Checks;
using Benchmarks.Instrument.Limits;
using Fixtures.Server;
using Results.Records;

namespace Tests.Trials.Soak;

/// <summary>Loads a server in its own process, for a long time and in bad ways.</summary>
internal static class SoakPart
{
    private const string Remedy =
        "Measure again on a quiet machine; if it stays, the server loses something: look at what it holds with dotnet-gcdump or in /proc.";
    private const double Megabyte = 1024 * 1024;

    private static readonly string s_scenario = string.Create(CultureInfo.InvariantCulture, $$"""
        { "requests": { "path": "/items/{n}", "count": 10 }, "payload": { "kind": "json", "bytes": 500 },
          "latency": { "kind": "fixed", "ms": {{SoakPlan.OfferedMs}} } }
        """);

    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(SoakPlan plan)
    {
        await using LoadedServer server = await LoadedServer.StartAsync(s_scenario);
        return await RunAsync(server, plan);
    }

    /// <summary>
    /// The same with a given server. If the server ends before the soak, the earlier results are returned, below a row that says so.
    /// </summary>
    internal static async Task<IReadOnlyList<CheckRecord>> RunAsync(LoadedServer server, SoakPlan plan)
    {
        List<CheckRecord> checks = [];
        try
        {
            await LoadAsync(server, plan, checks);
            checks.AddRange(await ChurnAsync(server, plan));
            checks.AddRange(await GreedyAsync(server, plan));
            checks.AddRange(plan.Wide ? await WideAsync() : []);
        }
        catch (Exception failure) when (ExpectedFailure.Is(failure))
        {
            checks.Insert(
                0,
                CheckBound.Exactly(0)
                    .Judge(
                        "soak-broken-off",
                        1,
                        "times",
                        $"The server could not be loaded any longer ({failure.Message}): find out why, the system's log may know. What "
                            + "follows was seen before."));
        }

        return checks;
    }

    private static async Task LoadAsync(LoadedServer server, SoakPlan plan, List<CheckRecord> checks)
    {
        long begun = Stopwatch.GetTimestamp();
        using var load = new SteadyLoad(server, plan);
        try
        {
            await load.RunAsync();
        }
        finally
        {
            checks.AddRange(Judge(load, plan, Stopwatch.GetElapsedTime(begun).TotalMinutes));
        }
    }

    private static CheckRecord[] Judge(SteadyLoad load, SoakPlan plan, double minutes) =>
    [
        CheckBound.AtLeast(plan.Requests is null ? plan.For.TotalMinutes : 0).Judge("soak-lasted", minutes, "min", "It was ended early."),
        CheckBound.AtLeast(plan.Requests ?? 1)
            .Judge("soak-requests", load.Answered, "requests", "The time was over before: measure again on a quiet machine."),
        CheckBound.Exactly(0).Judge("soak-failed", load.Failed, "requests", Remedy),
        .. SoakTrends.Of(load.Samples),
    ];

    private static async Task<CheckRecord[]> ChurnAsync(LoadedServer server, SoakPlan plan)
    {
        int before = server.Footprint.Handles;
        (int dropped, int refused) = await Churn.RunAsync(server.Address, server.Path, plan.Churn);
        int kept = await KeptHandlesAsync(server, before);
        return
        [
            CheckBound.AtLeast(SoakPlan.ChurnPerSecond * 0.9).Judge(
                "soak-dropped-per-second",
                dropped / plan.Churn.TotalSeconds,
                "connections",
                "The client could not open as many: measure again on a quiet machine."),
            CheckBound.Exactly(0).Judge("soak-refused", refused, "connections", Remedy),
            CheckBound.AtMost(10).Judge("soak-handles-kept-after-drops", kept, "handles", Remedy),
        ];
    }

    private static async Task<CheckRecord[]> GreedyAsync(LoadedServer server, SoakPlan plan)
    {
        ServerFootprint before = server.Footprint;
        Task<long[]> greedy = Task.WhenAll(
            Enumerable.Range(0, SoakPlan.GreedyClients).Select(_ => GreedyClient.RunAsync(server.Address, server.Path, plan.Greedy)));
        bool answers = await AnswersAsync(server);
        long[] taken = await greedy;
        double grown = (server.Footprint.MemoryBytes - before.MemoryBytes) / Megabyte;
        int kept = await KeptHandlesAsync(server, before.Handles);
        return
        [
            // Kestrel buffers a megabyte for each connection, and the kernel buffers more on both sides.
            CheckBound.AtMost(32).Judge("soak-greedy-client-taken", taken.Max() / Megabyte, "MB", Remedy),
            CheckBound.AtMost(8 * SoakPlan.GreedyClients).Judge("soak-greedy-clients-memory", grown, "MB", Remedy),
            CheckBound.Exactly(1).Judge("soak-others-answered-meanwhile", answers ? 1 : 0, "requests", Remedy),
            CheckBound.AtMost(10).Judge("soak-handles-kept-after-greedy-clients", kept, "handles", Remedy),
        ];
    }

    private static async Task<CheckRecord[]> WideAsync() => SystemLimits.Obstacle(InFlightGoal.Requests) is { } obstacle
        ? [new CheckRecord("in-flight-10000-peak", null, "requests", $">= {InFlightGoal.Requests}", Ok: false, obstacle)]
        : [await InFlightGoal.MeasureAsync(ServerHosts.Default)];

    /// <summary>The growth in handles after the server has noticed that the connections are closed, which takes seconds.</summary>
    private static async Task<int> KeptHandlesAsync(LoadedServer server, int before)
    {
        int kept = server.Footprint.Handles - before;
        for (int looks = 0; kept > 0 && looks < 50; looks++)
        {
            await Task.Delay(100);
            kept = server.Footprint.Handles - before;
        }

        return kept;
    }

    private static async Task<bool> AnswersAsync(LoadedServer server)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using HttpResponseMessage response = await client.GetAsync(new Uri(server.Address, server.Path));
        return response.IsSuccessStatusCode;
    }
}
