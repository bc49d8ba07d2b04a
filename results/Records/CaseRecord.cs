using System.Text.Json.Serialization;

namespace Results.Records;

/// <summary>The raw measurement of one benchmark case in one launch, without any summary.</summary>
public sealed record CaseRecord
{
    /// <summary>BenchmarkDotNet's full name. It never changes after a result is committed.</summary>
    public required string Case { get; init; }

    /// <summary>The scenario's id; empty for a micro-benchmark.</summary>
    public required string Scenario { get; init; }

    /// <summary>The fetch strategy's kebab-case id; empty for a micro-benchmark.</summary>
    public required string Strategy { get; init; }

    /// <summary>
    /// The bound of a strategy that has one: the largest number of requests in flight, 1 or more. Null, and absent from the file, for other
    /// cases, and in files of builds that did not keep it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Limit { get; init; }

    /// <summary>True for the case that the others of its scenario and class are compared with.</summary>
    public bool Baseline { get; init; }

    /// <summary>"cold pool" (fresh process, first operation) or "warm pool" (after warm-up).</summary>
    public required string Regime { get; init; }

    /// <summary>
    /// The number of the process launch of the iterations, from 1. In a run that measures in rounds, it is the round, too.
    /// </summary>
    public int Launch { get; init; } = 1;

    /// <summary>When the launch began; null, and absent from the file, in files of builds that did not keep it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Pairs a base launch with a head launch; empty outside the gate.</summary>
    public string Pair { get; init; } = "";

    /// <summary>Requests in one operation; 0 for a micro-benchmark.</summary>
    public required int Requests { get; init; }

    /// <summary>Duration of one operation in each iteration, in the order measured; nanoseconds.</summary>
    public required IReadOnlyList<double> IterationsNs { get; init; }

    /// <summary>Managed bytes allocated by the client's process for one operation; null if not measured.</summary>
    public double? AllocatedBytes { get; init; }

    /// <summary>The ideal (nanoseconds): no schedule can be faster. Null if the model does not apply.</summary>
    public double? BoundNs { get; init; }

    /// <summary>The predicted time of the strategy's schedule (nanoseconds); null if the model does not apply.</summary>
    public double? PredictedNs { get; init; }

    /// <summary>The article's time for the same work, in seconds; null if the article has none.</summary>
    public double? ArticleSeconds { get; init; }

    /// <summary>
    /// The content that every iteration fetched: "count replies, bytes, hash"; null for a micro-benchmark. Responses that may be late count
    /// as the model predicts them, so that two runs have the same digest.
    /// </summary>
    public string? Digest { get; init; }

    /// <summary>
    /// Requests of one operation that failed, by kind, such as "stall" or "status-503"; the same in every iteration, unless responses that
    /// were late make it vary: then those of the iteration with the most. Null, and absent from the file, if none failed.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, int>? Failures { get; init; }

    /// <summary>The operations that were watched request by request: at most one for each regime.</summary>
    public IReadOnlyList<ObservedOperation> Telemetry { get; init; } = [];

    /// <summary>Warnings about the numbers; each with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
