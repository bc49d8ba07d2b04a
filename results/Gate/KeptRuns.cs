using Results.History;
using Results.Statistics;

namespace Results.Gate;

/// <summary>The kept runs of one case that a run may be compared with.</summary>
/// <param name="Count">Kept runs.</param>
/// <param name="Noise">The runs as logarithms, a level for each lasting change of the history: a change that was accepted is no noise, and
/// only the last level is compared with. Null for fewer than <see cref="Fewest"/> runs.</param>
internal sealed record KeptRuns(int Count, CorrelatedLevels? Noise)
{
    /// <summary>Fewer runs do not show how much runs differ when nothing changed.</summary>
    public const int Fewest = 10;

    /// <param name="values">Times, or times / ideal; oldest first.</param>
    /// <param name="threshold">Smallest change of level that counts.</param>
    public static KeptRuns Of(IReadOnlyList<double> values, double threshold)
    {
        if (values.Count < Fewest)
            return new(values.Count, null);
        int[] starts = [0, .. TrendChanges.Of(values, threshold).Select(change => change.Index), values.Count];
        return new(values.Count, new CorrelatedLevels([.. starts.Zip(
            starts.Skip(1), (first, next) => values.Skip(first).Take(next - first).Select(value => Math.Log(value)).ToArray())]));
    }

    /// <summary>The kept runs of a case with the identity of the run.</summary>
    public static KeptRuns Of(
        IReadOnlyList<HistoryEntry> kept,
        IReadOnlyDictionary<string, string> identity,
        string id,
        string regime,
        string scenario,
        GateMetric metric,
        GateRules rules)
    {
        string series = RunIdentity.SeriesOf(identity, scenario);
        IEnumerable<HistoryCase> cases = kept.Where(entry => RunIdentity.SeriesOf(entry.Identity, scenario) == series)
            .SelectMany(entry => entry.Cases)
            .Where(one => RetiredIds.NameNow(one.Case, rules.Retired) == id && one.Regime == regime);
        IEnumerable<double> values = metric == GateMetric.Time
            ? cases.Select(one => one.MedianNs)
            : cases.Where(one => one.IdealNs > 0).Select(one => one.MedianNs / one.IdealNs!.Value);
        // a damaged file may hold any number, but only an ordinary one has a logarithm that can be used
        return Of([.. values.Where(double.IsNormal)], rules.Threshold);
    }
}
