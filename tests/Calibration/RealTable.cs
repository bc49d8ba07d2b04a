using Results.Formatting;
using Results.Gate;
using Results.Statistics;

namespace Tests.Calibration;

/// <summary>The results of the real gates, by defect.</summary>
internal static class RealTable
{
    public static Table Of(IReadOnlyList<DefectGates> real) => Table.Of(
        real,
        [
            new(new("kind", Right: false), one => one.Defect.Kind),
            new(new("what", Right: false), one => one.Defect.Text),
            new(new("gates"), one => Figures.Whole(one.Gates.Count)),
            new(new("alarms"), one => Figures.Whole(one.Alarms.Seen)),
            new(new("rate"), one => SimulatedTables.Rate(one.Alarms)),
            new(new("pairs"), one => Range(one, verdict => verdict.Pairs, count => Figures.Whole((int)count))),
            new(new("smallest visible"), one => Range(one, verdict => verdict.SmallestVisible, share => VerdictReason.Percent(share))),
            new(new("what alarmed", Right: false), What),
        ],
        _ => []);

    /// <summary>The changes that gates without a defect estimated, by case.</summary>
    public static Table Changes(IReadOnlyList<DefectGates> real) => Table.Of(
        [
            .. real.Where(one => one.Defect.IsNone).SelectMany(one => one.Gates
                .SelectMany(gate => gate.Decision.Cases)
                .Where(verdict => verdict.LogRatio is not null)
                .GroupBy(verdict => verdict.Case, StringComparer.Ordinal)
                .Select(found => (one.Defect, Case: found.Key, Changes: found.Select(verdict => verdict.LogRatio!.Value).ToArray()))),
        ],
        [
            new(new("gates", Right: false), row => row.Defect.Text),
            new(new("case", Right: false), row => row.Case),
            new(new("number"), row => Figures.Whole(row.Changes.Length)),
            new(new("change, mean"), row => VerdictReason.Change(SampleStatistics.Mean(row.Changes)!.Value)),
            new(
                new("95 % interval of the mean"),
                row => SampleStatistics.MeanInterval(row.Changes) is var (lower, upper)
                    ? $"{VerdictReason.Change(lower)} … {VerdictReason.Change(upper)}"
                    : null),
        ],
        _ => []);

    private static string? Range(DefectGates real, Func<CaseVerdict, double?> figure, Func<double, string> print)
    {
        double[] known = [.. real.Gates.SelectMany(gate => gate.Decision.Cases).Select(figure).OfType<double>()];
        if (known.Length == 0)
            return null;
        (string least, string most) = (print(known.Min()), print(known.Max()));
        return least == most ? least : $"{least} … {most}";
    }

    // How often each cause gave the alarm, the most frequent first.
    private static string? What(DefectGates real)
    {
        var reasons = real.Gates.SelectMany(gate => gate.Decision.Cases
                .SelectMany(one => one.Findings
                    .Where(finding => finding.Fails)
                    .Select(finding => finding.Counter)
                    .Concat(one.Verdict is Verdict.Slower or Verdict.Missing ? [one.Verdict.ToString()] : []))
                .Distinct(StringComparer.Ordinal))
            .CountBy(reason => reason)
            .OrderByDescending(reason => reason.Value)
            .ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .ToList();
        return reasons.Count == 0 ? null : string.Join(", ", reasons.Select(reason => $"{reason.Key} ({Figures.Whole(reason.Value)})"));
    }
}
