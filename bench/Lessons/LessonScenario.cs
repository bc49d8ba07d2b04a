using System.Text.Json.Nodes;

namespace Benchmarks.Lessons;

/// <summary>The scenario file of a lesson's server. Times in milliseconds.</summary>
/// <param name="Count">Requests of one operation.</param>
/// <param name="Latency">Distribution of the offered latency: <see cref="Fixed"/>, <see cref="Uniform"/>, <see cref="Bimodal"/>.</param>
public sealed record LessonScenario(int Count, JsonObject Latency)
{
    /// <summary>Delay of each new connection; default 0.</summary>
    public double ConnectDelayMs { get; init; }

    /// <summary>Requests that the server processes at once; default unlimited.</summary>
    public int? Capacity { get; init; }

    /// <summary>The faults, as in a scenario file; default none.</summary>
    public JsonArray Faults { get; init; } = [];

    /// <summary>Pokémon of 200 to 350 KB each instead of about 2 KB.</summary>
    public bool FullBodies { get; init; }

    public static JsonObject Fixed(double ms) => new() { ["kind"] = "fixed", ["ms"] = ms };

    public static JsonObject Uniform(double minMs, double maxMs) => new() { ["kind"] = "uniform", ["minMs"] = minMs, ["maxMs"] = maxMs };

    public static JsonObject Bimodal(double ms, double slowMs, double slowPercent) =>
        new() { ["kind"] = "bimodal", ["ms"] = ms, ["slowMs"] = slowMs, ["slowPercent"] = slowPercent };

    /// <summary>A fault of one request; <paramref name="ms"/> is how long it lasts, for the kinds that take time.</summary>
    public static JsonObject Fault(string kind, int number, double? ms = null)
    {
        var fault = new JsonObject { ["kind"] = kind, ["requests"] = $"{number}" };
        if (ms is { } lasts)
            fault["ms"] = lasts;
        return fault;
    }

    /// <summary>The text of the scenario file.</summary>
    public override string ToString() => new JsonObject
    {
        ["requests"] = new JsonObject { ["path"] = "/api/v2/pokemon/{n}", ["count"] = Count },
        ["payload"] = new JsonObject { ["kind"] = "pokemon", ["size"] = FullBodies ? "full" : "small" },
        ["latency"] = Latency.DeepClone(),
        ["connectDelayMs"] = ConnectDelayMs,
        ["capacity"] = Capacity,
        ["faults"] = Faults.DeepClone(),
    }.ToJsonString();
}
