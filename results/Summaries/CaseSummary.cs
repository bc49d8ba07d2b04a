using Results.Records;

namespace Results.Summaries;

/// <summary>
/// The summary of all launches of one case. Unknown is null, never 0. Launches show the noise, not iterations: those of one launch are
/// alike, because they share its process and its minute.
/// </summary>
public sealed record CaseSummary
{
    public required string Case { get; init; }
    public required string Scenario { get; init; }
    public required string Strategy { get; init; }
    public required string Regime { get; init; }

    /// <summary>Requests in one operation; null for a micro-benchmark.</summary>
    public int? Requests { get; init; }

    /// <inheritdoc cref="CaseRecord.Limit"/>
    public int? Limit { get; init; }

    public bool Baseline { get; init; }

    /// <summary>The number of launches, one in each round.</summary>
    public int Launches { get; init; }

    public int Iterations { get; init; }
    public double? MeanNs { get; init; }
    public double? MedianNs { get; init; }

    /// <summary>
    /// 95 % t-interval of the mean of the launches' medians; null with fewer than two launches, or if it would contain negative times.
    /// </summary>
    public (double Lower, double Upper)? MeanIntervalNs { get; init; }

    public double? MinNs { get; init; }
    public double? MaxNs { get; init; }

    /// <summary>
    /// This case / its baseline, from the rounds in which both were measured: the middle of the rounds' ratios (Hodges-Lehmann). So it can
    /// differ a little from the quotient of the medians. BenchmarkDotNet's own column is a mean of ratios.
    /// </summary>
    public double? Ratio { get; init; }

    /// <summary>1 / ratio: above 1 is faster.</summary>
    public double? Speedup { get; init; }

    /// <summary>Whether the rounds show a difference from the baseline; null for the baseline, or with one round.</summary>
    public bool? Differs { get; init; }

    /// <summary>The ideal: no schedule can be faster.</summary>
    public double? IdealNs { get; init; }

    public double? PredictedNs { get; init; }

    /// <summary>Ideal / median.</summary>
    public double? Efficiency { get; init; }

    /// <summary>Median / predicted − 1.</summary>
    public double? Residual { get; init; }

    /// <summary>For one operation; the median of the launches that measured it.</summary>
    public double? AllocatedBytes { get; init; }

    public double? AllocatedBytesPerRequest { get; init; }
    public double? ArticleSeconds { get; init; }

    /// <summary>The article's figure for the baseline / its figure for this case.</summary>
    public double? ArticleSpeedup { get; init; }

    /// <inheritdoc cref="CaseRecord.Failures"/>
    public IReadOnlyDictionary<string, int>? Failures { get; init; }

    /// <summary>Whether other launches had other failures, because responses were late; the row shows the launch with the most.</summary>
    public bool FailuresVary { get; init; }

    /// <summary>Number of failed requests of one operation; 0 if none failed.</summary>
    public int Failed => Failures?.Values.Sum() ?? 0;

    /// <summary><c>stall 1, status-503 2</c>; null if nothing failed.</summary>
    public string? FailedText => FailureText.Of(Failures);

    /// <summary>The watched operations of the first launch with such operations.</summary>
    public IReadOnlyList<ObservedOperation> Telemetry { get; init; } = [];

    /// <summary>The warnings of the record and of the summary; each with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
