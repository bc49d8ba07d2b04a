using Results.Records;
using Results.Summaries;

namespace Results.History;

/// <summary>The part of a run that the history keeps: a line of results/history/FINGERPRINT.jsonl.</summary>
public sealed record HistoryEntry
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public required DateTimeOffset StartedAt { get; init; }

    public required string? Commit { get; init; }

    public required string SourceHash { get; init; }

    /// <summary>The fields that must be equal to compare two runs; see <see cref="RunIdentity"/>.</summary>
    public required IReadOnlyDictionary<string, string> Identity { get; init; }

    public required IReadOnlyList<HistoryCase> Cases { get; init; }

    public static HistoryEntry Of(RunRecord run) => new()
    {
        StartedAt = run.StartedAt,
        Commit = run.Source.Commit,
        SourceHash = run.Source.SourceHash,
        Identity = RunIdentity.Of(run),
        Cases =
        [
            .. Summary.Of(run)
                .Where(one => one.MedianNs > 0)
                .Select(
                    one => new HistoryCase(one.Case, one.Regime, one.Scenario, one.MedianNs!.Value, one.IdealNs,
                        one.AllocatedBytesPerRequest ?? one.AllocatedBytes)),
        ],
    };
}

/// <summary>One case of a kept run.</summary>
/// <param name="MedianNs">Of all its iterations; nanoseconds, above 0.</param>
/// <param name="IdealNs">The ideal; null if the model does not apply.</param>
/// <param name="AllocatedBytes">For one request, or one operation of a micro-benchmark; null if not measured.</param>
public sealed record HistoryCase(string Case, string Regime, string Scenario, double MedianNs, double? IdealNs, double? AllocatedBytes);
