using Results.History;

namespace Results.Gate;

/// <summary>How much whole runs of one case differ although nothing changed, learnt from kept runs.</summary>
/// <param name="Runs">Kept runs of the same identity.</param>
/// <param name="Deviation">Standard deviation of the logarithm of a run's median.</param>
internal sealed record LearntNoise(int Runs, double Deviation)
{
    /// <summary>With fewer runs nothing is learnt.</summary>
    public const int FewestRuns = 10;

    /// <summary>
    /// Degrees of freedom of a deviation that is estimated from successive differences: two thirds of the usual number.
    /// </summary>
    public int Freedom => Math.Max(1, 2 * (Runs - 1) / 3);

    /// <summary>
    /// From the differences of successive runs, so that a lasting change of level counts once and not in every run (von Neumann, Kent,
    /// Bellinson and Hart 1941, "The Mean Square Successive Difference").
    /// </summary>
    public static LearntNoise Of(IReadOnlyList<double> mediansNs)
    {
        if (mediansNs.Count < 2)
            return new(mediansNs.Count, 0);
        double squares = mediansNs.Zip(mediansNs.Skip(1), (before, after) => Math.Pow(Math.Log(after / before), 2)).Sum();
        return new(mediansNs.Count, Math.Sqrt(squares / (2 * (mediansNs.Count - 1))));
    }

    /// <summary>The kept runs of a case that may be compared with a run of this identity.</summary>
    public static LearntNoise Of(
        IReadOnlyList<HistoryEntry> kept,
        IReadOnlyDictionary<string, string> identity,
        string id,
        string regime,
        string scenario,
        IReadOnlyDictionary<string, string> renamed)
    {
        string series = RunIdentity.SeriesOf(identity, scenario);
        return Of([.. kept.Where(entry => RunIdentity.SeriesOf(entry.Identity, scenario) == series)
            .SelectMany(entry => entry.Cases
                .Where(one => RetiredIds.NameNow(one.Case, renamed) == id && one.Regime == regime)
                .Select(one => one.MedianNs))]);
    }
}
