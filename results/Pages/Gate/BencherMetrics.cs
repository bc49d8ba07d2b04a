using System.Text.Json;
using Results.Gate;
using Results.Records;

namespace Results.Pages.Gate;

/// <summary>
/// Bencher's metric format: each benchmark has measures, and each measure has a value and bounds. Latency is in nanoseconds.
/// </summary>
internal static class BencherMetrics
{
    private sealed record Metric(double Value, double? LowerValue, double? UpperValue);

    public static string Render(GateDecision decision)
    {
        var benchmarks = new Dictionary<string, Dictionary<string, Metric>>(StringComparer.Ordinal);
        foreach (CaseVerdict one in decision.Cases)
        {
            Dictionary<string, Metric> measures = new(StringComparer.Ordinal);
            if (one.HeadNs is { } head)
                measures["latency"] = new(head, Bound(one, head, one.Interval?.Lower), Bound(one, head, one.Interval?.Upper));
            if (one.HeadAllocatedBytes is { } bytes)
                measures[$"allocated-bytes-per-{AllocationUnit.Of(one.Scenario)}"] = new(bytes, null, null);
            if (measures.Count > 0)
                benchmarks[one.Case] = measures;
        }

        return JsonSerializer.Serialize(benchmarks, s_options) + "\n";
    }

    // The head's time if the true change is at this bound.
    private static double? Bound(CaseVerdict one, double head, double? bound) =>
        bound - one.LogRatio is { } off ? head * Math.Exp(off) : null;

    private static readonly JsonSerializerOptions s_options = new(RecordJson.OptionsWithoutNull)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };
}
