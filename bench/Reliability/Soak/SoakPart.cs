using System.Diagnostics;
using System.Globalization;
using Benchmarks.Errors;
using Benchmarks.Instrument.Checks;
using Benchmarks.Instrument.Limits;
using Benchmarks.Serving;
using Results.Records;

namespace Benchmarks.Reliability.Soak;

/// <summary>Loads a server, in a process of its own, for long, and in ways that it should not like.</summary>
internal sealed class SoakPart : IReliabilityPart
{
    private const string Remedy = "Measure again on a quiet machine; if it stays, the server loses something: look at what it holds with dotnet-gcdump or in /proc.";
    private const double Megabyte = 1024 * 1024;

    // A young generation of 4 MB (hex): by default it takes the size of a cache and more, and half a million requests only fill it, which looks like growth.
    private const string YoungGeneration = "DOTNET_GCgen0size";
    private const string YoungGenerationBytes = "400000";

    private static readonly string s_scenario = string.Create(CultureInfo.InvariantCulture, $$"""
        { "requests": { "path": "/items/{n}", "count": 10 }, "payload": { "kind": "json", "bytes": 500 }, "latency": { "kind": "fixed", "ms": {{SoakPlan.OfferedMs}} } }
        """);

    /// <summary>What a page is published from.</summary>
    public static SoakPlan Published { get; } = SoakPlan.Of(TimeSpan.FromHours(1), 1_000_000);

    public string Name => "soak";

    public string Text => "a million requests, 10,000 in flight, dropped connections, clients that do not read; about 4 minutes";

    public bool KeepsWhatItSaw => true;

    public Task<IReadOnlyList<CheckRecord>> RunAsync(CancellationToken stop) => RunAsync(Published, stop);

    /// <summary>Loads and looks. An hour is long: what was seen before <paramref name="stop"/>, or before the server ended, is returned, too, below a row that says so.</summary>
    public static async Task<IReadOnlyList<CheckRecord>> RunAsync(SoakPlan plan, CancellationToken stop)
    {
        ScratchServer server = await StartAsync();
        try
        {
            return await RunAsync(server, plan, stop);
        }
        finally
        {
            Task ended = server.DisposeAsync().AsTask();
            if (!stop.IsCancellationRequested) // else the rows are saved first: it may take its time to end, and ends with this process anyway
                await ended;
        }
    }

    /// <summary>The same on a server that is there.</summary>
    internal static async Task<IReadOnlyList<CheckRecord>> RunAsync(ScratchServer server, SoakPlan plan, CancellationToken stop)
    {
        List<CheckRecord> checks = [];
        try
        {
            await LoadAsync(server, plan, checks, stop);
            stop.ThrowIfCancellationRequested();
            checks.AddRange(await ChurnAsync(server, plan, stop));
            checks.AddRange(await GreedyAsync(server, plan, stop));
            checks.AddRange(plan.Wide ? await WideAsync().WaitAsync(stop) : []);
        }
        catch (Exception) when (stop.IsCancellationRequested) // anything: the same Ctrl-C may have ended the server
        {
            checks.Insert(0, CheckBound.Exactly(0).Judge("soak-interrupted", 1, "times", "What follows was seen before; what is missing was not done: run it again."));
        }
        catch (Exception failure) when (ForeseenFailure.Is(failure))
        {
            checks.Insert(0, CheckBound.Exactly(0).Judge("soak-broken-off", 1, "times", $"The server could not be loaded any longer ({failure.Message}): find out why, the system's log may know. What follows was seen before."));
        }

        return checks;
    }

    private static async Task LoadAsync(ScratchServer server, SoakPlan plan, List<CheckRecord> checks, CancellationToken stop)
    {
        long begun = Stopwatch.GetTimestamp();
        using var load = new SteadyLoad(server, plan);
        try
        {
            await load.RunAsync(stop);
        }
        finally
        {
            checks.AddRange(Judge(load, plan, Stopwatch.GetElapsedTime(begun).TotalMinutes, stop.IsCancellationRequested));
        }
    }

    private static CheckRecord[] Judge(SteadyLoad load, SoakPlan plan, double minutes, bool stopped)
    {
        (long answered, long failed) = (load.Answered, load.Failed);
        if (stopped) // what fails after the last look may fail because all is being ended
            (answered, failed) = load.Samples is [.., { } last] ? (last.Requests, last.Failed) : (0, 0);
        return
        [
            CheckBound.AtLeast(plan.Requests is null ? plan.For.TotalMinutes : 0).Judge("soak-lasted", minutes, "min", "It was ended early."),
            CheckBound.AtLeast(plan.Requests ?? 1).Judge("soak-requests", answered, "requests", "The time was over before: give it more with --for."),
            CheckBound.Exactly(0).Judge("soak-failed", failed, "requests", Remedy),
            .. SoakTrends.Of(load.Samples),
        ];
    }

    private static async Task<ScratchServer> StartAsync()
    {
        Environment.SetEnvironmentVariable(YoungGeneration, YoungGenerationBytes); // for the child: this process has read its own
        try
        {
            return await ScratchServer.StartAsync(s_scenario);
        }
        finally
        {
            Environment.SetEnvironmentVariable(YoungGeneration, null);
        }
    }

    private static async Task<CheckRecord[]> ChurnAsync(ScratchServer server, SoakPlan plan, CancellationToken stop)
    {
        int before = server.Footprint.Handles;
        (int dropped, int refused) = await Churn.RunAsync(server.Addresses.Http1, PathOf(server), plan.Churn, stop);
        int kept = await KeptHandlesAsync(server, before, stop);
        return
        [
            CheckBound.AtLeast(SoakPlan.ChurnPerSecond * 0.9).Judge("soak-dropped-per-second", dropped / plan.Churn.TotalSeconds, "connections", "The client could not open as many: measure again on a quiet machine."),
            CheckBound.Exactly(0).Judge("soak-refused", refused, "connections", Remedy),
            CheckBound.AtMost(10).Judge("soak-handles-kept-after-drops", kept, "handles", Remedy),
        ];
    }

    private static async Task<CheckRecord[]> GreedyAsync(ScratchServer server, SoakPlan plan, CancellationToken stop)
    {
        ServerFootprint before = server.Footprint;
        Task<long[]> greedy = Task.WhenAll(Enumerable.Range(0, SoakPlan.GreedyClients).Select(_ => GreedyClient.RunAsync(server.Addresses.Http1, PathOf(server), plan.Greedy, stop)));
        bool answers = await AnswersAsync(server, stop);
        long[] taken = await greedy;
        double grown = (server.Footprint.MemoryBytes - before.MemoryBytes) / Megabyte;
        int kept = await KeptHandlesAsync(server, before.Handles, stop);
        return
        [
            // Kestrel takes a megabyte ahead for each connection, the kernel some more on both sides.
            CheckBound.AtMost(32).Judge("soak-greedy-client-taken", taken.Max() / Megabyte, "MB", Remedy),
            CheckBound.AtMost(8 * SoakPlan.GreedyClients).Judge("soak-greedy-clients-memory", grown, "MB", Remedy),
            CheckBound.Exactly(1).Judge("soak-others-answered-meanwhile", answers ? 1 : 0, "requests", Remedy),
            CheckBound.AtMost(10).Judge("soak-handles-kept-after-greedy-clients", kept, "handles", Remedy),
        ];
    }

    private static async Task<CheckRecord[]> WideAsync() => SystemLimits.Obstacle(InFlightGoal.Requests) is { } obstacle
        ? [new CheckRecord("in-flight-10000-peak", null, "requests", $">= {InFlightGoal.Requests}", Ok: false, obstacle)]
        : [await InFlightGoal.MeasureAsync()];

    /// <summary>Handles more than before, once the server has noticed that the connections are gone: within seconds.</summary>
    private static async Task<int> KeptHandlesAsync(ScratchServer server, int before, CancellationToken stop)
    {
        int kept = server.Footprint.Handles - before;
        for (int looks = 0; kept > 0 && looks < 50; looks++)
        {
            await Task.Delay(100, stop);
            kept = server.Footprint.Handles - before;
        }

        return kept;
    }

    private static async Task<bool> AnswersAsync(ScratchServer server, CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using HttpResponseMessage response = await client.GetAsync(new Uri(server.Addresses.Http1, PathOf(server)), stop);
        return response.IsSuccessStatusCode;
    }

    private static string PathOf(ScratchServer server) => server.Scenario.Requests.PathOf(server.Scenario.Requests.First);
}
