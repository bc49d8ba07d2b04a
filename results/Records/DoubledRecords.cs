using System.Globalization;

namespace Results.Records;

/// <summary>
/// Finds what a run has twice. A file that was merged or edited by hand would count a measurement twice, so its intervals would be too
/// narrow.
/// </summary>
internal static class DoubledRecords
{
    // Fewer equal times can be chance: some clocks have steps of 100 ns.
    private const int FewestEqual = 3;

    /// <summary>The first doubled part as "JSON path: what is wrong", or null.</summary>
    public static string? FirstFault(RunRecord run) =>
        Twice(run.Planned, id => id, "$.planned")
        ?? Twice(run.Scenarios, scenario => scenario.Id, "$.scenarios")
        ?? Twice(run.Cases, one => $"{NameOf(one)}, launch {Text(one.Launch)}", "$.cases")
        ?? Twice(run.Cases.Where(CanBeTold), Measurement, "$.cases", NameOf)
        ?? run.Cases.Select((one, i) => FirstFault(one, $"$.cases[{i}]")).FirstOrDefault(fault => fault is not null);

    /// <summary>The same for any list.</summary>
    /// <param name="key">Equal for two entries if one of them is too many.</param>
    /// <param name="name">The entry in the message; default: its key.</param>
    public static string? Twice<T>(IEnumerable<T> entries, Func<T, string> key, string path, Func<T, string>? name = null) => entries
        .GroupBy(key, StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => $"{path}: {(name ?? key)(same.First())}: is there {Text(same.Count())} times"
            + $"{(name is null ? "" : " with the same times")}, must be there once")
        .FirstOrDefault();

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string? FirstFault(CaseRecord record, string path)
    {
        IReadOnlyList<double> times = record.IterationsNs;
        int half = times.Count / 2;
        return half >= FewestEqual && CanBeTold(record) && times.Take(half).SequenceEqual(times.Skip(half))
            ? $"{path}.iterationsNs: the first {Text(half)} times are there twice, must be there once"
            : Twice(record.Telemetry, seen => seen.Regime, $"{path}.telemetry");
    }

    private static string NameOf(CaseRecord one) => $"{one.Case} ({one.Regime}{(one.Pair.Length > 0 ? ", pair " + one.Pair : "")})";

    // Launches of one case cannot begin at the same time, and times with many digits are never equal by chance.
    private static bool CanBeTold(CaseRecord one) => one.IterationsNs.Distinct().Count() >= FewestEqual
        || (one.StartedAt is not null && one.IterationsNs.Count > 0);

    private static string Measurement(CaseRecord one)
    {
        IEnumerable<string> times = one.IterationsNs.Select(ns => ns.ToString("R", CultureInfo.InvariantCulture));
        return string.Create(CultureInfo.InvariantCulture, $"{NameOf(one)} {one.StartedAt:O} {string.Join(' ', times)}");
    }
}
