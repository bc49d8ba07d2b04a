using Results.History;
using Results.Records;

namespace Tests.Trials.Fuzz;

/// <summary>Good inputs, which the trials damage.</summary>
public static class FuzzSamples
{
    public const string Scenario = """
        { "title": "Orders", "requests": { "path": "/orders/{n}", "first": 1, "count": 8 }, "payload": { "kind": "json", "bytes": 400 },
          "latency": { "kind": "bimodal", "ms": 0.5, "slowMs": 2, "slowPercent": 5 }, "seed": 7,
          "connectDelayMs": 0.1, "capacity": 4, "note": "An assumption.", "faults": [] }
        """;

    /// <summary>A run with a loop and a fan-out, and everything that a record can contain.</summary>
    public static string Run => RunRecordFile.ToJson(s_run);

    /// <summary>A line of a history file.</summary>
    public static string HistoryLine => HistoryFile.ToLine(HistoryEntry.Of(s_run));

    /// <summary>The line of another run, because a run counts once.</summary>
    public static string LaterHistoryLine =>
        HistoryFile.ToLine(HistoryEntry.Of(s_run with { StartedAt = s_run.StartedAt.AddDays(1) }));

    private static readonly RunRecord s_run = new()
    {
        Schema = RunRecord.CurrentSchema,
        Complete = true,
        StartedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Host = new HostFingerprint("Example CPU", 2, "Linux", ".NET 10.0", "kestrel", "ppoll"),
        Source = new SourceIdentity(new string('a', 40), false, new string('b', 16), "0.14.0", "0.3.17"),
        Profile = "standard",
        Scale = 0.1,
        Hosting = "shared",
        Priorities = new ProcessPriorities(0, 0),
        Scenarios =
        [
            new ScenarioRecord("orders", "Orders", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["count"] = "8",
                ["latency"] = "fixed 1 ms",
            })
            {
                Note = "An assumption.",
            },
        ],
        Planned = [Name("SequentialAwait"), Name("WhenAll"), Name("WhenEach")],
        Cases = [Case("SequentialAwait", "sequential-await", 8.4e6, 8e6) with { Baseline = true }, Case("WhenAll", "when-all", 1.3e6, 1e6)],
        Warnings = ["The machine was busy: close other programs."],
        Validity = [new CheckRecord("latency-error-median", 0.1, "ms", "<= 0.2", Ok: true, "Close other programs.")],
    };

    private static string Name(string method) => $"Benchmarks.Macro.OrdersBenchmarks.{method}";

    private static CaseRecord Case(string method, string strategy, double ns, double boundNs) => new()
    {
        Case = Name(method),
        Scenario = "orders",
        Strategy = strategy,
        Regime = Regimes.Warm,
        Requests = 8,
        IterationsNs = [ns, ns * 1.01, ns * 0.99, ns * 1.02],
        AllocatedBytes = 40_000,
        BoundNs = boundNs,
        PredictedNs = boundNs,
        ArticleSeconds = 1.5,
        Digest = "8 replies, 3200 bytes, 0123",
        Telemetry =
        [
            new ObservedOperation(
                Regimes.Warm, $"telemetry/{method}.json", new OperationFigures { MakespanMs = 8.5, PeakInFlightClient = 1 }),
        ],
        Warnings = ["It is short: take more requests."],
    };
}
