using Results.Gate;

namespace Tests.Calibration;

/// <summary>How often simulated gates give an alarm, and how often they find an injected change. They use the gate's own rules.</summary>
/// <param name="RunsUnchanged">Runs without any change, for each noise.</param>
/// <param name="RunsChanged">Runs with a change in one of their cases, for each number of pairs and effect.</param>
public sealed record SimulatedCalibration(int RunsUnchanged, int RunsChanged)
{
    public static SimulatedCalibration Full { get; } = new(100_000, 10_000);

    /// <summary>The most pairs; the default of the gate is one of them.</summary>
    public static IReadOnlyList<int> PairCounts { get; } = [10, 14, GoalPairs, 40];

    public static IReadOnlyList<double> Effects { get; } = [0.03, 0.05, 0.06, GoalEffect, 0.08, 0.10, 0.15, 0.25];

    public const int GoalPairs = 20;

    public const double GoalEffect = 0.07;

    /// <summary>All cells, each when it is needed. The same seeds give the same figures, on any number of cores.</summary>
    internal IEnumerable<SimulatedCell> Run(GateRules rules, KeptFigures kept, CancellationToken stop = default) =>
        Plan().Select((cell, i) => SimulatedCell.Of(
            cell.Gate, cell.Effect, cell.Runs, kept.Of(("cell", i), () => Sums(cell, i * 1_000_003, rules, stop))));

    private IEnumerable<(SimulatedGate Gate, double Effect, int Runs)> Plan()
    {
        foreach (SimulatedNoise noise in SimulatedNoise.All)
            yield return (new(noise, GoalPairs), 0, RunsUnchanged);
        yield return (new(SimulatedNoise.UsualWithSpell, GoalPairs), GoalEffect, RunsChanged);
        foreach (int pairs in PairCounts)
        {
            foreach (double effect in Effects)
                yield return (new(SimulatedNoise.Usual, pairs), effect, RunsChanged);
        }
    }

    /// <summary>The figures of <see cref="SimulatedCell.Of"/>.</summary>
    private static double[] Sums(
        (SimulatedGate Gate, double Effect, int Runs) cell, int firstSeed, GateRules rules, CancellationToken stop)
    {
        int[] sums = new int[5];
        Parallel.For(
            0,
            cell.Runs,
            new ParallelOptions { CancellationToken = stop },
            () => new int[sums.Length],
            (run, _, mine) =>
            {
                SimulatedEnd end = cell.Gate.Run(cell.Effect, firstSeed + run, rules);
                int[] seen =
                [
                    end.ExitCode == GateExitCodes.Regression ? 1 : 0,
                    end.Cases.Any(one => one.Verdict == Verdict.Slower) ? 1 : 0,
                    end.Cases.Any(one => one.Findings.Any(finding => finding.Fails)) ? 1 : 0,
                    end.Found ? 1 : 0,
                    end.Pairs,
                ];
                return [.. mine.Zip(seen, (sum, one) => sum + one)];
            },
            mine =>
            {
                for (int i = 0; i < mine.Length; i++)
                    Interlocked.Add(ref sums[i], mine[i]);
            });
        return [.. sums.Select(sum => (double)sum)];
    }
}

/// <summary>Many runs of one kind.</summary>
/// <param name="Effect">The injected change of the first case; 0 for none.</param>
/// <param name="Failed">Runs with exit code 1.</param>
/// <param name="Slower">Runs that called a case slower.</param>
/// <param name="Allocated">Runs that said that a case allocates more.</param>
/// <param name="Found">Runs that called the first case slower.</param>
/// <param name="MeanPairs">Pairs measured by a run.</param>
public sealed record SimulatedCell(
    SimulatedGate Gate, double Effect, Proportion Failed, Proportion Slower, Proportion Allocated, Proportion Found, double MeanPairs)
{
    /// <param name="sums">Of all runs: failed, slower, allocated, found, pairs.</param>
    internal static SimulatedCell Of(SimulatedGate gate, double effect, int runs, double[] sums)
    {
        Proportion[] seen = [.. sums.Take(4).Select(sum => new Proportion((int)sum, runs))];
        return new(gate, effect, seen[0], seen[1], seen[2], seen[3], sums[4] / runs);
    }
}
