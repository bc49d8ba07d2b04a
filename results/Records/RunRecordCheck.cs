namespace Results.Records;

/// <summary>Checks the values of a record that the types cannot check.</summary>
internal static class RunRecordCheck
{
    // A page divides times by the scale.
    private const double LeastScale = 1e-9;
    private const double MostScale = 1e9;

    /// <summary>The first wrong value as "JSON path: what is wrong", or null.</summary>
    public static string? FirstFault(RunRecord run)
    {
        if (run.Schema < 1)
            return $"$.schema: is {run.Schema}, must be 1 or more";
        if (run.Scale is not (>= LeastScale and <= MostScale))
            return Invariant($"$.scale: is {run.Scale}, must be a finite number above 0, from {LeastScale} to {MostScale}");
        if (run.RequestDivisor < 1)
            return $"$.requestDivisor: is {run.RequestDivisor}, must be 1 or more";
        if (run.Rounds is { Planned: < 1 and var planned })
            return $"$.rounds.planned: is {planned}, must be 1 or more";
        return FirstNull(run.Scenarios, "$.scenarios")
            ?? FirstNull(run.Planned, "$.planned")
            ?? FirstNull(run.Chosen?.Scenarios ?? [], "$.chosen.scenarios")
            ?? FirstNull(run.Chosen?.Strategies ?? [], "$.chosen.strategies")
            ?? FirstNull(run.Warnings, "$.warnings")
            ?? FirstNull(run.Cases, "$.cases")
            ?? FirstNull(run.Validity, "$.validity")
            ?? run.Validity
                .Select((c, i) => c.Value is { } v && !double.IsFinite(v) ? $"$.validity[{i}].value: is not finite" : null)
                .FirstOrDefault(f => f is not null)
            ?? run.Scenarios
                .Select((s, i) => FirstNull(s.Parameters.Values, $"$.scenarios[{i}].parameters"))
                .FirstOrDefault(f => f is not null)
            ?? run.Cases.Select((c, i) => FirstFault(c, $"$.cases[{i}]")).FirstOrDefault(f => f is not null)
            ?? DoubledRecords.FirstFault(run);
    }

    /// <summary>The same for one case at <paramref name="path"/>.</summary>
    public static string? FirstFault(CaseRecord record, string path)
    {
        if (record.Case.Length == 0)
            return $"{path}.case: is empty, must be the benchmark's full name";
        if (!Regimes.IsKnown(record.Regime))
            return $"{path}.regime: {Regimes.Allowed}";
        if (record.Launch < 1)
            return $"{path}.launch: is {record.Launch}, must be 1 or more";
        if (record.Limit < 1)
            return $"{path}.limit: is {record.Limit}, must be 1 or more";
        if (record.Requests < 0)
            return $"{path}.requests: is {record.Requests}, must be 0 or more";
        if (record.Failures?.FirstOrDefault(kind => kind.Value < 1) is { Key: not null } none)
            return $"{path}.failures.{none.Key}: is {none.Value}, must be 1 or more";
        if (record.Failures?.Values.Sum(count => (long)count) > record.Requests)
            return $"{path}.failures: are more than the {record.Requests} requests of an operation";
        return FirstNull(record.Warnings, $"{path}.warnings")
            ?? FirstNull(record.Telemetry, $"{path}.telemetry")
            ?? record.Telemetry
                .Select((seen, i) => Regimes.IsKnown(seen.Regime) ? null : $"{path}.telemetry[{i}].regime: {Regimes.Allowed}")
                .FirstOrDefault(f => f is not null)
            ?? record.Telemetry.Select((seen, i) => FirstFault(seen.Figures, $"{path}.telemetry[{i}].figures"))
                .FirstOrDefault(f => f is not null)
            ?? record.IterationsNs.Select((v, i) => Number(v, $"{path}.iterationsNs[{i}]")).FirstOrDefault(f => f is not null)
            ?? Number(record.AllocatedBytes, $"{path}.allocatedBytes")
            ?? Number(record.BoundNs, $"{path}.boundNs")
            ?? Number(record.PredictedNs, $"{path}.predictedNs")
            ?? Number(record.ArticleSeconds, $"{path}.articleSeconds");
    }

    private static string? FirstFault(OperationFigures figures, string path) =>
        Number(figures.MakespanMs, $"{path}.makespanMs")
        ?? Number(figures.MeanInFlight, $"{path}.meanInFlight")
        ?? Number(figures.RequestsPerSecond, $"{path}.requestsPerSecond")
        ?? Number(figures.ResponseP50Ms, $"{path}.responseP50Ms")
        ?? Number(figures.ResponseP90Ms, $"{path}.responseP90Ms")
        ?? Number(figures.ResponseP99Ms, $"{path}.responseP99Ms")
        ?? Number(figures.ResponseMaxMs, $"{path}.responseMaxMs")
        ?? Number(figures.ServerAllocatedBytesPerRequest, $"{path}.serverAllocatedBytesPerRequest");

    private static string? Number(double? value, string path) =>
        value is null || RecordLimits.Allows(value.Value) ? null : Invariant($"{path}: is {value}, must be {RecordLimits.Allowed}");

    // The serializer allows null in any list.
    private static string? FirstNull<T>(IEnumerable<T> values, string path)
        where T : class =>
        values.Select((v, i) => v is null ? $"{path}[{i}]: is null, must have a value" : null).FirstOrDefault(f => f is not null);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
