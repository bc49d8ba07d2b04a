using Results.Gate;

namespace Tests.Calibration;

/// <summary>Whether gates find what they say they could have seen.</summary>
/// <param name="Stated">The mean of the smallest visible changes that the cases of unchanged runs state.</param>
/// <param name="AtBest">Cases of unchanged runs that say "at best".</param>
/// <param name="Found">New runs with a change of the mean stated size that found it.</param>
public sealed record SimulatedVisible(SimulatedGate Gate, double Stated, Proportion AtBest, Proportion Found)
{
    public static IReadOnlyList<SimulatedGate> All { get; } =
    [
        new(SimulatedNoise.Usual),
        new(SimulatedNoise.Usual, Pairs: 12),
        new(SimulatedNoise.Usual, Pairs: 40),
        new(SimulatedNoise.Usual, Cases: 2),
        new(SimulatedNoise.Skewed(0.06)),
        new(SimulatedNoise.Skewed(0.06), Pairs: 12),
    ];

    /// <summary>A row for each gate of <see cref="All"/>.</summary>
    /// <param name="stating">Unchanged runs.</param>
    /// <param name="finding">Runs with the change.</param>
    internal static IReadOnlyList<SimulatedVisible> Rows(int stating, int finding, GateRules rules, KeptFigures kept) =>
        [.. All.Select((gate, i) => Of((gate, i), stating, finding, rules, kept))];

    /// <summary>The row of one gate.</summary>
    internal static SimulatedVisible Of(
        (SimulatedGate Gate, int Number) one, int stating, int finding, GateRules rules, KeptFigures kept)
    {
        SimulatedGate gate = one.Gate;
        double[] seen = kept.Of(("visible", one.Number), Measure);
        return new(gate, seen[0], new((int)seen[1], stating * gate.Cases), new((int)seen[2], finding));

        double[] Measure()
        {
            CaseVerdict[] stated = [.. Each(stating, seed => gate.Run(0, seed, rules).Explained).SelectMany(cases => cases)];
            double mean = stated.Average(one => one.SmallestVisible!.Value);
            return [mean, stated.Count(one => one.VisibleAtBest), Finding(gate, finding, mean, rules).Seen];
        }
    }

    /// <summary>New runs with a change of this size that found it.</summary>
    public static Proportion Finding(SimulatedGate gate, int runs, double effect, GateRules rules) =>
        new(Each(runs, seed => gate.Run(effect, 1000 + seed, rules).Found).Count(found => found), runs);

    private static ParallelQuery<T> Each<T>(int count, Func<int, T> run) => ParallelEnumerable.Range(1, count).AsOrdered().Select(run);
}
