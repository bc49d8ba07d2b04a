using Results.Formatting;
using Results.Gate;
using Results.Statistics;

namespace Results.Calibration;

/// <summary>What the real gates said, defect by defect.</summary>
internal static class RealTable
{
    public static Table Of(IReadOnlyList<RealPlant> real) => Table.Of(
        real,
        [
            new(new("planted", Right: false), plant => plant.Text),
            new(new("gates"), plant => Figures.Whole(plant.Gates.Count)),
            new(new("alarms"), plant => Figures.Whole(plant.Alarms.Seen)),
            new(new("rate"), plant => SimulatedTables.Rate(plant.Alarms)),
            new(new("pairs"), plant => Range(plant, one => one.Pairs, count => Figures.Whole((int)count))),
            new(new("smallest visible"), plant => Range(plant, one => one.SmallestVisible, share => VerdictReason.Percent(share))),
            new(new("seconds a gate, median"), plant => SampleStatistics.Median([.. plant.Gates.Select(gate => gate.Took.TotalSeconds)]) is { } seconds ? Figures.Fixed(seconds, 0) : null),
            new(new("what alarmed", Right: false), What),
        ],
        _ => []);

    private static string? Range(RealPlant plant, Func<CaseVerdict, double?> figure, Func<double, string> print)
    {
        double[] known = [.. plant.Gates.SelectMany(gate => gate.Decision.Cases).Select(figure).OfType<double>()];
        if (known.Length == 0)
            return null;
        var (least, most) = (print(known.Min()), print(known.Max()));
        return least == most ? least : $"{least} … {most}";
    }

    // How often each thing gave the alarm, the most frequent first.
    private static string? What(RealPlant plant)
    {
        var reasons = plant.Gates.SelectMany(gate => gate.Decision.Cases
                .SelectMany(one => one.Findings.Where(finding => finding.Fails).Select(finding => finding.Counter).Concat(one.Verdict is Verdict.Slower or Verdict.Missing ? [one.Verdict.ToString()] : []))
                .Distinct(StringComparer.Ordinal))
            .CountBy(reason => reason)
            .OrderByDescending(reason => reason.Value)
            .ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .ToList();
        return reasons.Count == 0 ? null : string.Join(", ", reasons.Select(reason => $"{reason.Key} ({Figures.Whole(reason.Value)})"));
    }
}
